-- Every key starts with the store and nothing crosses stores: no sequence, no foreign key. So stores
-- can be spread over several databases later. History, operations, updates and attempts are only
-- ever inserted; the rows that change are orders, lines, lanes and channels.

create table store (
  store_id text primary key,
  current_version bigint not null,
  created_at timestamptz not null default now()
);

-- One row per version, never changed. The document holds no secrets.
create table configuration_version (
  store_id text not null,
  version bigint not null,
  document jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  summary text not null,
  primary key (store_id, version)
);

-- What delivery must know of a channel without reading documents. A removed channel keeps its row.
create table channel (
  store_id text not null,
  channel_id text not null,
  enabled boolean not null,
  latest_state boolean not null,
  removed boolean not null default false,
  waits_until timestamptz,
  primary key (store_id, channel_id)
) with (fillfactor = 50);

-- Channels that some order names, whether configured yet or not.
create table bound_channel (
  store_id text not null,
  channel_id text not null,
  primary key (store_id, channel_id)
);

create table channel_secret (
  store_id text not null,
  channel_id text not null,
  key_id text not null,
  names text[] not null,
  sealed bytea not null,
  primary key (store_id, channel_id)
);

create table access_key (
  key_id text primary key,
  store_id text,
  role text not null,
  name text not null,
  digest bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz
);

create table operation (
  store_id text not null,
  operation_id text not null,
  digest text not null,
  receipt jsonb not null,
  recorded_at timestamptz not null,
  primary key (store_id, operation_id)
);

create table customer_order (
  store_id text not null,
  order_number text not null,
  cart_order_number text,
  channel_id text,
  ordered_at timestamptz,
  label text,
  version bigint not null,
  import_fingerprint text not null,
  imported_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (store_id, order_number)
) with (fillfactor = 80);
create index customer_order_by_label on customer_order (store_id, label, order_number);
create index customer_order_by_cart_number on customer_order (store_id, cart_order_number)
  where cart_order_number is not null;
create index customer_order_by_time on customer_order (store_id, (coalesce(ordered_at, imported_at)));

-- A person's data stands here and nowhere else, so that it can be erased alone.
create table order_contact (
  store_id text not null,
  order_number text not null,
  locale text,
  bill_to_name text,
  postal_code text,
  email text,
  phone text,
  ship_to_name text,
  primary key (store_id, order_number)
);

-- `position` keeps the order in which lines came in.
create table order_line (
  store_id text not null,
  order_number text not null,
  line int not null,
  position int not null,
  sku text not null,
  name text not null,
  ordered int not null,
  shipped int not null,
  cancelled int not null,
  cancelled_with_order int not null,
  returned int not null,
  moved int not null,
  label text,
  expected_ship_date date,
  actual_ship_date date,
  primary key (store_id, order_number, line)
) with (fillfactor = 80);
create index order_line_by_label on order_line (store_id, label, order_number);

create table parcel (
  store_id text not null,
  order_number text not null,
  position int not null,
  carrier text not null,
  tracking_number text not null,
  shipped_on date,
  lines jsonb not null,
  primary key (store_id, order_number, position)
);
create index parcel_by_tracking_number on parcel (store_id, tracking_number);

-- The log: one row per applied event, numbered 1..n per order under the order's row lock. `data` is
-- what the event carried without any person's data; `verdicts` what it meant for each channel;
-- `content` what the operation's update says, in the row of its last event, where a channel is owed
-- one.
create table order_history (
  store_id text not null,
  order_number text not null,
  sequence bigint not null,
  event text not null,
  operation_id text not null,
  source text not null,
  actor text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  configuration_version bigint not null,
  data jsonb not null,
  changes jsonb not null,
  verdicts jsonb not null,
  content jsonb,
  primary key (store_id, order_number, sequence)
);
create index order_history_by_event on order_history (store_id, event, order_number);

-- What a channel is owed. `position` counts 1..n per lane. `content` is there for a resend by hand
-- only; else it stands in the history row of `sequence`. `facts` fingerprints the tracking numbers
-- and ship dates in it. Only discarding changes a row.
create table channel_update (
  store_id text not null,
  channel_id text not null,
  order_number text not null,
  position bigint not null,
  update_id uuid not null,
  sequence bigint not null,
  facts bigint not null,
  resend boolean not null default false,
  content jsonb,
  owed_at timestamptz not null,
  discarded_at timestamptz,
  discarded_by text,
  primary key (store_id, channel_id, order_number, position)
);
create unique index channel_update_by_id on channel_update (store_id, update_id);
create index channel_update_by_order on channel_update (store_id, order_number);

-- The cursor of one order on one channel: all up to `acked_position` is settled. `due_at` is when
-- there is work next, null for none; while a lane is handed out it is the end of the lease, so that
-- a lane whose holder died comes back by itself. `lease_token` rises with each hand-out and fences
-- late settlements. `told_facts` is of the last accepted update, `owed_facts` of the last owed one.
create table lane (
  store_id text not null,
  channel_id text not null,
  order_number text not null,
  acked_position bigint not null default 0,
  last_position bigint not null,
  told_facts bigint not null default 0,
  owed_facts bigint not null,
  due_at timestamptz,
  leased_until timestamptz,
  lease_token bigint not null default 0,
  failures int not null default 0,
  first_failed_at timestamptz,
  parked_at timestamptz,
  primary key (store_id, channel_id, order_number)
) with (
  fillfactor = 70,
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_threshold = 500,
  autovacuum_vacuum_cost_delay = 0
);
create index lane_due on lane (store_id, channel_id, due_at) where due_at is not null;
create index lane_parked on lane (store_id, channel_id) where parked_at is not null;

create table delivery_attempt (
  store_id text not null,
  channel_id text not null,
  order_number text not null,
  position bigint not null,
  attempt int not null,
  at timestamptz not null,
  took_ms int not null,
  outcome text not null,
  words text not null,
  primary key (store_id, channel_id, order_number, position, attempt)
);

create table lookup_miss (
  store_id text not null,
  order_number text not null,
  source text not null,
  at timestamptz not null
);
create index lookup_miss_by_order on lookup_miss (store_id, order_number, at);
create index lookup_miss_by_source on lookup_miss (store_id, source, at);

-- Where each update stands, derived here and nowhere else. The head of a lane is the update that is
-- sent next: the first waiting one, or the newest where a channel wants the latest state only.
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
       and d.order_number = u.order_number and d.position = u.position) a on true;
