-- Log, ledger and attempts by month (UTC), so that what is old goes by dropping a table instead of
-- deleting rows. A key can hold the months apart no longer: the order's row lock is what keeps
-- sequences and positions from being given twice, and chance what keeps update ids apart.

drop view update_standing;

alter table order_history rename to order_history_whole;
alter index order_history_pkey rename to order_history_whole_pkey;
alter index order_history_by_event rename to order_history_whole_by_event;
alter table channel_update rename to channel_update_whole;
alter index channel_update_pkey rename to channel_update_whole_pkey;
alter index channel_update_by_id rename to channel_update_whole_by_id;
alter index channel_update_by_order rename to channel_update_whole_by_order;
alter table delivery_attempt rename to delivery_attempt_whole;
alter index delivery_attempt_pkey rename to delivery_attempt_whole_pkey;

create table order_history (
  like order_history_whole including defaults,
  primary key (store_id, order_number, sequence, recorded_at)
) partition by range (recorded_at);
create index order_history_by_event on order_history (store_id, event, order_number);

-- An update is owed at the time at which the history row of its sequence was recorded, but for a
-- resend by hand. So each month of the log answers for the same month of the ledger.
create table channel_update (
  like channel_update_whole including defaults,
  primary key (store_id, channel_id, order_number, position, owed_at)
) partition by range (owed_at);
create index channel_update_by_id on channel_update (store_id, update_id);
create index channel_update_by_order on channel_update (store_id, order_number);

create table delivery_attempt (
  like delivery_attempt_whole including defaults,
  primary key (store_id, channel_id, order_number, position, attempt, at)
) partition by range (at);

-- Makes room for the rows of a month; false when there was. Nobody who reads or writes waits for
-- it: a finished table is attached, which creating it in its place would not allow.
create function make_room(parent text, month date) returns boolean
language plpgsql as $$
declare
  part text := parent || to_char(month, '"_p"YYYY_MM');
begin
  if to_regclass(part) is not null then
    return false;
  end if;
  execute format('create table %I (like %I including defaults including indexes)', part, parent);
  execute format(
    'alter table %I attach partition %I for values from (%L) to (%L)', parent, part,
    month::timestamp at time zone 'UTC',
    (month + interval '1 month')::timestamp at time zone 'UTC');
  return true;
end $$;

-- Drops a month with all its rows. The caller holds the table and has proved that nobody needs them.
create function drop_month(parent text, month date) returns void
language plpgsql as $$
declare
  part text := parent || to_char(month, '"_p"YYYY_MM');
begin
  execute format('alter table %I detach partition %I', parent, part);
  execute format('drop table %I', part);
end $$;

-- Keeps all others away from a table until the transaction ends. Its months need not be held too:
-- who reaches them comes by the table.
create function hold_months(parent text) returns void
language plpgsql as $$
begin
  execute format('lock table only %I in access exclusive mode', parent);
end $$;

select make_room(needed.parent, needed.month)
  from (
    select parent, (date_trunc('month', now() at time zone 'UTC')
             + ahead * interval '1 month')::date as month
      from unnest(array['order_history', 'channel_update', 'delivery_attempt']) as parent,
           generate_series(-1, 3) as ahead
    union
    select distinct 'order_history', date_trunc('month', recorded_at at time zone 'UTC')::date
      from order_history_whole
    union
    select distinct 'channel_update', date_trunc('month', owed_at at time zone 'UTC')::date
      from channel_update_whole
    union
    select distinct 'delivery_attempt', date_trunc('month', at at time zone 'UTC')::date
      from delivery_attempt_whole) needed
 order by needed.parent, needed.month;

insert into order_history select * from order_history_whole;
insert into channel_update select * from channel_update_whole;
insert into delivery_attempt select * from delivery_attempt_whole;
drop table order_history_whole, channel_update_whole, delivery_attempt_whole;

-- Nothing that waits in the lane was owed before `waiting_since`. Delivery need not look for it in
-- older months. Who moves `acked_position` back must move this back too.
alter table lane add column waiting_since timestamptz not null default 'epoch';
update lane l
   set waiting_since = w.since
  from (select u.store_id, u.channel_id, u.order_number, min(u.owed_at) as since
          from channel_update u
          join lane n
            on n.store_id = u.store_id and n.channel_id = u.channel_id
           and n.order_number = u.order_number
         where u.position > n.acked_position
         group by u.store_id, u.channel_id, u.order_number) w
 where l.store_id = w.store_id and l.channel_id = w.channel_id
   and l.order_number = w.order_number;

-- Operations are forgotten after a while. They come in nearly in the order of time.
create index operation_by_time on operation using brin (recorded_at) with (autosummarize = on);

-- As before, but that it looks for an update's attempts only in the months where they can be. Only
-- a resend may be owed by another clock than the one that attempts go by.
create view update_standing as
select u.store_id, u.channel_id, u.order_number, u.position, u.update_id, u.sequence, u.resend,
       u.owed_at, u.discarded_by, l.parked_at,
       u.position > l.acked_position as waiting,
       case
         when u.discarded_at is not null then 'REFUSED'
         when a.accepted then 'ACCEPTED'
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
