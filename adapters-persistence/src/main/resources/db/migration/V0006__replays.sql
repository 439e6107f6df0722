-- Who had what sent again, when, and how much that was. Only the counts change, and only until the
-- replay is done. The selection holds ids, order numbers and times, nothing else.
create table replay (
  store_id text not null,
  replay_id uuid not null,
  channel_id text not null,
  actor text not null,
  at timestamptz not null,
  selection jsonb not null,
  lanes int not null default 0,
  updates bigint not null default 0,
  primary key (store_id, replay_id)
);
create index replay_by_channel on replay (store_id, channel_id, at);

-- Updates up to `replay_through` that wait behind the cursor were settled before and wait again. A
-- lane with such updates stands apart in the index, so that a replay of many cannot keep back what
-- is new.
alter table lane add column replay_through bigint not null default 0;
drop index lane_due;
create index lane_due on lane (
  store_id, channel_id, (case when replay_through > acked_position then 1 else 0 end), due_at
) where due_at is not null;

-- Updates come in by time; so the smallest of indexes finds a range of it.
create index channel_update_by_time on channel_update using brin (owed_at) with (pages_per_range = 32);

-- As before, but that what was accepted and waits again is not accepted while it waits.
create or replace view update_standing as
select u.store_id, u.channel_id, u.order_number, u.position, u.update_id, u.sequence, u.resend,
       u.owed_at, u.discarded_by, l.parked_at,
       u.position > l.acked_position as waiting,
       case
         when u.discarded_at is not null then 'REFUSED'
         when a.accepted and u.position <= l.acked_position then 'ACCEPTED'
         when u.position <= l.acked_position then 'SUPERSEDED'
         when l.parked_at is not null and u.position = l.acked_position + 1 then 'PARKED'
         when l.leased_until > now() and head.is_head then 'IN_DELIVERY'
         else 'OWED'
       end as state,
       coalesce(a.attempts, 0) as attempts,
       a.words,
       a.last_attempt_at,
       case when head.is_head and l.parked_at is null and u.discarded_at is null
         then l.due_at end as next_attempt_at
  from channel_update u
  join lane l
    on l.store_id = u.store_id and l.channel_id = u.channel_id and l.order_number = u.order_number
  left join channel c on c.store_id = u.store_id and c.channel_id = u.channel_id
 cross join lateral (
   select u.position = case when coalesce(c.latest_state, false) then l.last_position
            else l.acked_position + 1 end
          and u.position > l.acked_position as is_head) head
  left join lateral (
    select count(*)::int as attempts,
           bool_or(d.outcome = 'ACCEPTED') as accepted,
           max(d.at) as last_attempt_at,
           (array_agg(d.words order by d.attempt desc))[1] as words
      from delivery_attempt d
     where d.store_id = u.store_id and d.channel_id = u.channel_id
       and d.order_number = u.order_number and d.position = u.position
       and d.at >= case when u.resend then timestamptz 'epoch'
                     else u.owed_at - interval '31 days' end) a on true;
