-- A channel whose receiver does not know our credentials is stopped, in words for people, until it is
-- saved again or its test call succeeds.
alter table channel
  add column stopped_at timestamptz,
  add column stopped_words text,
  add constraint channel_stopped_with_words check ((stopped_at is null) = (stopped_words is null));
