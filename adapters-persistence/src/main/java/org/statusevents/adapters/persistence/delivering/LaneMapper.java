package org.statusevents.adapters.persistence.delivering;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/// What is needed of stores and channels comes by subselect: joined, PostgreSQL may find lanes by
/// store or channel alone as long as it has no statistics, and read all of them for each.
interface LaneMapper {

  /// Takes due lanes into a lease: channels in random order, so that no channel is always last when
  /// there are more lanes than `lanesMax`, and of each what it has room for: `rooms` of those that
  /// are `known`, `perChannelMax` of any other; replays a quarter of it. Of a channel whose breaker
  /// is open, whoever gets hold of its row takes one lane as a probe and moves the time of the
  /// next; where there is none to take, the row is left as it is. Lanes that were due before their
  /// channel's mark are passed over. A lane is taken by its place: joined by name, a plan made
  /// while there were few lanes reads all of them each time. One that is changed at that moment has
  /// moved and is left for the next claim.
  @Select(
      affectData = true,
      value =
          """
          with probing as materialized (
            select c.store_id, c.channel_id, c.openings
              from channel c
             where c.openings > 0 and c.probe_at <= now()
               and exists (
                 select from lane l
                  where l.store_id = c.store_id and l.channel_id = c.channel_id
                    and case when l.replay_through > l.acked_position then 1 else 0 end
                          = any(array[0, 1])
                    and l.due_at <= now())
               for no key update of c skip locked
          ), open_channel as materialized (
            select c.store_id, c.channel_id, coalesce(p.openings, 0) as openings,
                   case when c.openings = 0 then coalesce(k.room, #{perChannelMax}) else 1 end
                     as room,
                   coalesce(m.fresh, '-infinity') as fresh_since,
                   coalesce(m.replayed, '-infinity') as replayed_since
              from channel c
              left join probing p on p.store_id = c.store_id and p.channel_id = c.channel_id
              left join unnest(
                     #{known.stores}::text[], #{known.channels}::text[], #{rooms}::int[])
                       as k(store_id, channel_id, room)
                on k.store_id = c.store_id and k.channel_id = c.channel_id
              left join unnest(
                     #{marks.stores}::text[], #{marks.channels}::text[],
                     #{marks.fresh}::timestamptz[], #{marks.replayed}::timestamptz[])
                       as m(store_id, channel_id, fresh, replayed)
                on m.store_id = c.store_id and m.channel_id = c.channel_id
             where c.enabled and not c.removed and c.stopped_at is null
               and (c.waits_until is null or c.waits_until <= now())
               and (c.openings = 0 or p.openings is not null)
               and coalesce(k.room, #{perChannelMax}) > 0
             order by random()
          ), picked as materialized (
            select due.place, due.due_at, c.openings
              from open_channel c
             -- Of a room of less than four, replays get all every fourth time.
             cross join lateral (
               select case
                        when not exists (
                          select from lane l
                           where l.store_id = c.store_id and l.channel_id = c.channel_id
                             and case when l.replay_through > l.acked_position then 1 else 0 end
                                   = 1
                             and l.due_at <= now() and l.due_at > c.replayed_since) then 0
                        when c.room >= 4 then c.room / 4
                        when random() < 0.25 then c.room
                        else 0 end as replays) quota
             cross join lateral (
               values (1, quota.replays, c.replayed_since),
                      (0, c.room - quota.replays, c.fresh_since))
                 as share(replaying, room, since)
             cross join lateral (
               select l.ctid as place, l.due_at
                 from lane l
                where l.store_id = c.store_id and l.channel_id = c.channel_id
                  and case when l.replay_through > l.acked_position then 1 else 0 end
                        = share.replaying
                  and l.due_at <= now() and l.due_at > share.since
                order by l.due_at
                limit share.room
                  for no key update skip locked) due
             limit #{lanesMax}
          ), claimed as (
            update lane l
               set due_at = now() + #{leaseMillis} * interval '1 millisecond',
                   leased_until = now() + #{leaseMillis} * interval '1 millisecond',
                   lease_token = l.lease_token + 1,
                   owner = #{owner}
              from picked p
             where l.ctid = p.place
            returning l.store_id, l.channel_id, l.order_number, l.acked_position,
                      l.last_position, l.lease_token, l.failures, p.openings,
                      p.due_at as due_since, l.waiting_since, l.replay_through,
                      coalesce(
                        (extract(epoch from now() - l.first_failed_at) * 1000)::bigint, 0)
                        as failing_millis
          ), probed as (
            update channel c
               set probe_at = now() + #{leaseMillis} * interval '1 millisecond'
              from claimed l
             where l.openings > 0
               and c.store_id = l.store_id and c.channel_id = l.channel_id
          )
          select l.*,
                 (select s.current_version from store s where s.store_id = l.store_id)
                   as current_version
            from claimed l
          """)
  List<LaneRow> claim(
      @Param("lanesMax") int lanesMax,
      @Param("perChannelMax") int perChannelMax,
      @Param("leaseMillis") long leaseMillis,
      @Param("owner") UUID owner,
      @Param("known") ChannelColumns known,
      @Param("rooms") Integer[] rooms,
      @Param("marks") MarkColumns marks);

  /// Of each lane how many attempts at its first waiting update, the last ones in a row, ended so
  /// that the receiver does not know our credentials. Apart from the claim, which mostly has no use
  /// for it.
  @Select(
      """
      select c.store_id, c.channel_id, c.order_number, count(*)::int as attempts
        from unnest(#{lanes.stores}::text[], #{lanes.channels}::text[], #{lanes.orders}::text[],
                    #{positions}::bigint[]) as c(store_id, channel_id, order_number, position)
        join delivery_attempt d
          on d.store_id = c.store_id and d.channel_id = c.channel_id
         and d.order_number = c.order_number and d.position = c.position
       where d.attempt > coalesce((
               select max(o.attempt) from delivery_attempt o
                where o.store_id = d.store_id and o.channel_id = d.channel_id
                  and o.order_number = d.order_number and o.position = d.position
                  and o.outcome <> 'NOT_AUTHORIZED'), 0)
       group by c.store_id, c.channel_id, c.order_number
      """)
  List<NotAuthorizedRow> notAuthorized(
      @Param("lanes") LaneColumns lanes, @Param("positions") Long[] positions);

  /// The updates of each lane after `after` up to `through`, none of which was owed before `since`,
  /// in order. An update's text stands in the history row of its sequence, which was recorded when
  /// it was owed; but for a resend by hand.
  @Select(
      """
      select u.store_id, u.channel_id, u.order_number, u.position, u.update_id, u.owed_at,
             coalesce(u.content, h.content) as content
        from unnest(#{lanes.stores}::text[], #{lanes.channels}::text[], #{lanes.orders}::text[],
                    #{after}::bigint[], #{through}::bigint[], #{since}::timestamptz[])
               as c(store_id, channel_id, order_number, after, through, since)
        join channel_update u
          on u.store_id = c.store_id and u.channel_id = c.channel_id
         and u.order_number = c.order_number
         and u.position > c.after and u.position <= c.through and u.owed_at >= c.since
        left join order_history h
          on h.store_id = u.store_id and h.order_number = u.order_number
         and h.sequence = u.sequence and h.recorded_at = u.owed_at
       order by u.store_id, u.channel_id, u.order_number, u.position
      """)
  List<UpdateRow> updates(
      @Param("lanes") LaneColumns lanes,
      @Param("after") Long[] after,
      @Param("through") Long[] through,
      @Param("since") String[] since);

  /// Settles the lanes that are still ours and answers which. A lane of a channel that wants the
  /// latest state is not parked while something newer waits behind.
  @Select(
      affectData = true,
      value =
          """
          with given as (
            select * from unnest(
              #{s.lanes.stores}::text[], #{s.lanes.channels}::text[], #{s.lanes.orders}::text[],
              #{s.tokens}::bigint[], #{s.acked}::bigint[], #{s.accepted}::bigint[],
              #{s.next}::text[], #{s.delayMillis}::bigint[], #{s.words}::text[],
              #{s.breakers.openings}::int[], #{s.breakers.steps}::text[],
              #{s.breakers.restMillis}::bigint[], #{s.breakers.words}::text[])
              as g(store_id, channel_id, order_number, lease_token, acked, accepted, next,
                   delay_millis, words, openings, step, rest_millis, away_words)
          ), held as materialized (
            select g.*,
                   greatest(l.acked_position, g.acked) as acked_now,
                   g.next in ('RETRY', 'PARK') as failed,
                   g.next = 'PARK'
                     and not (l.last_position > g.acked + 1 and coalesce(
                       (select c.latest_state from channel c
                         where c.store_id = l.store_id and c.channel_id = l.channel_id), false))
                     as parks
              from lane l
              join given g
                on l.store_id = g.store_id and l.channel_id = g.channel_id
               and l.order_number = g.order_number and l.lease_token = g.lease_token
             where l.leased_until is not null
             order by l.store_id, l.channel_id, l.order_number
               for no key update of l
          ), settled as (
            update lane l
               set acked_position = h.acked_now,
                   told_facts = coalesce(
                     (select u.facts from channel_update u
                       where u.store_id = l.store_id and u.channel_id = l.channel_id
                         and u.order_number = l.order_number and u.position = h.accepted
                         and u.owed_at >= #{s.oldest}::timestamptz),
                     l.told_facts),
                   failures = case
                     when h.next = 'STOP' then 0
                     when h.failed and h.acked_now = l.acked_position then l.failures + 1
                     when h.failed then 1
                     when h.acked_now > l.acked_position then 0
                     else l.failures end,
                   first_failed_at = case
                     when h.next = 'STOP' then null
                     when h.failed and h.acked_now = l.acked_position
                       then coalesce(l.first_failed_at, now())
                     when h.failed then now()
                     when h.acked_now > l.acked_position then null
                     else l.first_failed_at end,
                   due_at = case
                     when h.parks then null
                     when h.next = 'RETRY'
                       then now() + h.delay_millis * interval '1 millisecond'
                     when l.last_position > h.acked_now then now()
                     end,
                   parked_at = case when h.parks then now() end,
                   leased_until = null
              from held h
             where l.store_id = h.store_id and l.channel_id = h.channel_id
               and l.order_number = h.order_number
            returning l.store_id, l.channel_id, l.order_number, h.next, h.delay_millis,
                      h.words, h.openings, h.step, h.rest_millis, h.away_words
          ), wish as materialized (
            select store_id, channel_id,
                   max(delay_millis) filter (where next = 'WAIT') as millis,
                   max(words) filter (where next = 'STOP') as words,
                   max(openings) filter (where step = 'CLOSE') as closes_at,
                   max(openings) filter (where step = 'OPEN') as opens_at,
                   max(rest_millis) filter (where step = 'OPEN') as rest_millis,
                   max(away_words) filter (where step = 'OPEN') as away_words
              from settled where next in ('WAIT', 'STOP') or step <> 'STAY'
             group by store_id, channel_id
          ), concerned as materialized (
            -- In one order, so that two settlements cannot wait for each other.
            select c.store_id, c.channel_id
              from channel c
              join wish w on c.store_id = w.store_id and c.channel_id = w.channel_id
             order by c.store_id, c.channel_id
               for no key update of c
          ), held_up as (
            update channel c
               set waits_until =
                     greatest(c.waits_until, now() + w.millis * interval '1 millisecond'),
                   stopped_at = coalesce(
                     c.stopped_at, case when w.words is not null then now() end),
                   stopped_words = coalesce(c.stopped_words, w.words),
                   openings = case c.openings
                     when w.closes_at then 0
                     when w.opens_at then c.openings + 1
                     else c.openings end,
                   probe_at = case c.openings
                     when w.closes_at then null
                     when w.opens_at then now() + w.rest_millis * interval '1 millisecond'
                     else c.probe_at end,
                   away_since = case c.openings
                     when w.closes_at then null
                     when w.opens_at then coalesce(c.away_since, now())
                     else c.away_since end,
                   away_words = case c.openings
                     when w.closes_at then null
                     when w.opens_at then w.away_words
                     else c.away_words end
              from concerned n
              join wish w on w.store_id = n.store_id and w.channel_id = n.channel_id
             where c.store_id = n.store_id and c.channel_id = n.channel_id
          ), attempted as (
            insert into delivery_attempt
              (store_id, channel_id, order_number, position, attempt, at, took_ms, outcome, words)
            select a.store_id, a.channel_id, a.order_number, a.position,
                   1 + coalesce(
                     (select max(d.attempt) from delivery_attempt d
                       where d.store_id = a.store_id and d.channel_id = a.channel_id
                         and d.order_number = a.order_number and d.position = a.position
                         and d.at >= #{a.from}::timestamptz
                         and d.at <= #{a.to}::timestamptz), 0),
                   a.at, a.took_ms, a.outcome, a.words
              from unnest(
                     #{a.lanes.stores}::text[], #{a.lanes.channels}::text[],
                     #{a.lanes.orders}::text[], #{a.positions}::bigint[],
                     #{a.at}::timestamptz[], #{a.tookMillis}::int[], #{a.outcomes}::text[],
                     #{a.words}::text[])
                     as a(store_id, channel_id, order_number, position, at, took_ms, outcome, words)
              join settled s
                on s.store_id = a.store_id and s.channel_id = a.channel_id
               and s.order_number = a.order_number
          )
          select store_id, channel_id, order_number from settled
          """)
  List<LaneName> settle(
      @Param("s") SettlementColumns settlements, @Param("a") AttemptColumns attempts);

  record LaneRow(
      String storeId,
      String channelId,
      String orderNumber,
      long ackedPosition,
      long lastPosition,
      long leaseToken,
      int failures,
      int openings,
      Instant dueSince,
      Instant waitingSince,
      long replayThrough,
      long failingMillis,
      long currentVersion) {}

  record NotAuthorizedRow(String storeId, String channelId, String orderNumber, int attempts) {}

  record LaneName(String storeId, String channelId, String orderNumber) {}

  record UpdateRow(
      String storeId,
      String channelId,
      String orderNumber,
      long position,
      UUID updateId,
      Instant owedAt,
      JsonNode content) {}

  /// Channels as columns for `unnest`.
  @SuppressWarnings("ArrayRecordComponent") // a row of a statement, never compared
  record ChannelColumns(String[] stores, String[] channels) {}

  /// By channel since when lanes may be due, fresh ones and replayed ones.
  @SuppressWarnings("ArrayRecordComponent") // a row of a statement, never compared
  record MarkColumns(String[] stores, String[] channels, String[] fresh, String[] replayed) {}

  /// Lanes as columns for `unnest`.
  @SuppressWarnings("ArrayRecordComponent") // a row of a statement, never compared
  record LaneColumns(String[] stores, String[] channels, String[] orders) {}

  /// None of the updates that were tried was owed before `oldest`.
  @SuppressWarnings("ArrayRecordComponent") // a row of a statement, never compared
  record SettlementColumns(
      LaneColumns lanes,
      Long[] tokens,
      Long[] acked,
      Long[] accepted,
      String[] next,
      Long[] delayMillis,
      String[] words,
      BreakerColumns breakers,
      String oldest) {}

  /// What is done with the breakers of the lanes' channels, which stood at `openings`.
  @SuppressWarnings("ArrayRecordComponent") // a row of a statement, never compared
  record BreakerColumns(Integer[] openings, String[] steps, Long[] restMillis, String[] words) {}

  /// Earlier attempts at the same updates were made between `from` and `to`.
  @SuppressWarnings("ArrayRecordComponent") // a row of a statement, never compared
  record AttemptColumns(
      LaneColumns lanes,
      Long[] positions,
      String[] at,
      Integer[] tookMillis,
      String[] outcomes,
      String[] words,
      String from,
      String to) {}
}
