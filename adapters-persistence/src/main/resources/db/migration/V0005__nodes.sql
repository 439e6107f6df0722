-- The nodes that hold lanes; each has a new id whenever it starts and says every other second that
-- it lives. `steady_since` is when it began to do so without a gap: only a node that saw the
-- database all the time may judge that another did not.
create table node (
  node_id uuid primary key,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  steady_since timestamptz not null
) with (
  fillfactor = 50,
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 200
);

-- Who was handed the lane last. No index: a dead node's lanes are few, and found among those in
-- flight.
alter table lane add column owner uuid;
