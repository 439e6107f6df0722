package org.statusevents.adapters.persistence.delivering;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface NodeMapper {

  /// A clock that was set back or far ahead looks like a gap.
  @Insert(
      """
      insert into node as n (node_id, started_at, seen_at, steady_since)
      values (#{node}, now(), now(), now())
      on conflict (node_id) do update
        set seen_at = now(),
            steady_since = case
              when n.seen_at between now() - #{gapMillis} * interval '1 millisecond' and now()
                then n.steady_since
              else now() end
      """)
  int beat(@Param("node") UUID node, @Param("gapMillis") long gapMillis);

  /// Nodes that were not seen for that long, where `judge` has been all the time. What another
  /// judge has at hand is left to it.
  @Select(
      affectData = true,
      value =
          """
          select n.node_id
            from node n
           where n.seen_at < now() - #{silenceMillis} * interval '1 millisecond'
             and exists (
               select from node j
                where j.node_id = #{judge}
                  and j.steady_since <= now() - #{silenceMillis} * interval '1 millisecond')
           order by n.seen_at
           limit #{nodesMax}
             for update of n skip locked
          """)
  List<UUID> silent(
      @Param("judge") UUID judge,
      @Param("silenceMillis") long silenceMillis,
      @Param("nodesMax") int nodesMax);

  /// Takes the lanes that those nodes hold out of their hands, and fences what they settle yet; due
  /// since their updates wait where they are `inFront`, else now. Found channel by channel among
  /// the lanes that are due later, which those in flight are. One of them may have been a probe, so
  /// the next may go. Waits for no lane, so that it can stand in nobody's way: `held` counts what
  /// there was, `released` what came free.
  @Select(
      affectData = true,
      value =
          """
          with held as materialized (
            select h.*
              from channel c
              join lateral (
               select l.store_id, l.channel_id, l.order_number
                 from lane l
                where l.store_id = c.store_id and l.channel_id = c.channel_id
                  and case when l.replay_through > l.acked_position then 1 else 0 end
                        = any(array[0, 1])
                  and l.due_at > now() and l.leased_until > now()
                  and l.owner = any(#{nodes}::uuid[])) h
                on h.store_id = c.store_id
             limit #{lanesMax}
          ), free as materialized (
            select l.store_id, l.channel_id, l.order_number
              from lane l
              join held h
                on h.store_id = l.store_id and h.channel_id = l.channel_id
               and h.order_number = l.order_number
             where l.leased_until > now() and l.owner = any(#{nodes}::uuid[])
               for no key update of l skip locked
          ), released as (
            update lane l
               set due_at = case
                     when #{inFront} then least(now(), l.waiting_since) else now() end,
                   leased_until = null, lease_token = l.lease_token + 1
              from free f
             where l.store_id = f.store_id and l.channel_id = f.channel_id
               and l.order_number = f.order_number
            returning l.store_id, l.channel_id
          ), probed as materialized (
            -- In one order, as settlements do.
            select c.store_id, c.channel_id
              from channel c
             where c.openings > 0 and c.probe_at > now()
               and exists (
                 select from released r
                  where r.store_id = c.store_id and r.channel_id = c.channel_id)
             order by c.store_id, c.channel_id
               for no key update of c skip locked
          ), tried_again as (
            update channel c
               set probe_at = now()
              from probed p
             where c.store_id = p.store_id and c.channel_id = p.channel_id
          )
          select (select count(*) from held) as held, (select count(*) from released) as released
          """)
  Release release(
      @Param("nodes") UUID[] nodes,
      @Param("lanesMax") int lanesMax,
      @Param("inFront") boolean inFront);

  @Delete("delete from node where node_id = any(#{nodes}::uuid[])")
  int forget(@Param("nodes") UUID[] nodes);

  record Release(int held, int released) {}
}
