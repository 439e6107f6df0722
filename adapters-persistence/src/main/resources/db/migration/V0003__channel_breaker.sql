-- The breaker of a channel whose receiver does not answer, shared by all nodes. `openings` counts how
-- often it opened in a row, 0 while it is closed. While it is open one lane at a time may try the
-- receiver: `probe_at` is when the next may go; whoever takes one moves it to the end of the lease, so
-- that a node that dies with it holds nobody up. `away_since` and `away_words` are for people.
alter table channel
  add column openings int not null default 0,
  add column probe_at timestamptz,
  add column away_since timestamptz,
  add column away_words text,
  add constraint channel_open_with_probe check (
    openings >= 0
    and (openings = 0) = (probe_at is null)
    and (openings = 0) = (away_since is null)
    and (openings = 0) = (away_words is null));
