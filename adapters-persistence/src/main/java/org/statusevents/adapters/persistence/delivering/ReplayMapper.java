package org.statusevents.adapters.persistence.delivering;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface ReplayMapper {

  @Select(
      """
      select exists (
        select from channel c
         where c.store_id = #{store} and c.channel_id = #{channel} and c.removed)
      """)
  boolean isRemoved(@Param("store") String store, @Param("channel") String channel);

  @Select(
      """
      select g.update_id
        from unnest(#{ids}::uuid[]) as g(update_id)
       where not exists (
         select from channel_update u
          where u.store_id = #{store} and u.channel_id = #{channel}
            and u.update_id = g.update_id)
      """)
  List<UUID> unknown(
      @Param("store") String store, @Param("channel") String channel, @Param("ids") UUID[] ids);

  @Select(
      """
      select u.order_number, min(u.position) as first
        from channel_update u
        join lane l
          on l.store_id = u.store_id and l.channel_id = u.channel_id
         and l.order_number = u.order_number
       where u.store_id = #{store} and u.channel_id = #{channel}
         and u.update_id = any(#{ids}::uuid[])
         and u.order_number > #{after}
         and u.position <= l.acked_position + case when l.parked_at is null then 0 else 1 end
       group by u.order_number
       order by u.order_number
       limit #{lanesMax}
      """)
  List<StartRow> findById(
      @Param("store") String store,
      @Param("channel") String channel,
      @Param("ids") UUID[] ids,
      @Param("after") String after,
      @Param("lanesMax") int lanesMax);

  /// Attempts are looked at only for the states that they tell apart.
  @Select(
      """
      select u.order_number, min(u.position) as first
        from channel_update u
        join lane l
          on l.store_id = u.store_id and l.channel_id = u.channel_id
         and l.order_number = u.order_number
       where u.store_id = #{store} and u.channel_id = #{channel}
         and u.owed_at >= #{from} and u.owed_at < #{to}
         and u.order_number > #{after}
         and (cardinality(#{orders}::text[]) = 0 or u.order_number = any(#{orders}::text[]))
         and u.position <= l.acked_position + case when l.parked_at is null then 0 else 1 end
         and case #{state}::text
               when 'ANY' then true
               when 'PARKED' then u.position > l.acked_position
               when 'REFUSED' then u.discarded_at is not null
               when 'ACCEPTED' then
                 u.discarded_at is null and u.position <= l.acked_position and exists (
                   select from delivery_attempt d
                    where d.store_id = u.store_id and d.channel_id = u.channel_id
                      and d.order_number = u.order_number and d.position = u.position
                      and d.outcome = 'ACCEPTED')
               when 'SUPERSEDED' then
                 u.discarded_at is null and u.position <= l.acked_position and not exists (
                   select from delivery_attempt d
                    where d.store_id = u.store_id and d.channel_id = u.channel_id
                      and d.order_number = u.order_number and d.position = u.position
                      and d.outcome = 'ACCEPTED')
               else false end
       group by u.order_number
       order by u.order_number
       limit #{lanesMax}
      """)
  List<StartRow> findByFilter(
      @Param("store") String store,
      @Param("channel") String channel,
      @Param("from") Instant from,
      @Param("to") Instant to,
      @Param("orders") String[] orders,
      @Param("state") String state,
      @Param("after") String after,
      @Param("lanesMax") int lanesMax);

  @Insert(
      """
      insert into replay (store_id, replay_id, channel_id, actor, at, selection)
      values (#{store}, #{id}, #{channel}, #{actor}, now(), #{selection})
      """)
  int begin(
      @Param("store") String store,
      @Param("id") UUID id,
      @Param("channel") String channel,
      @Param("actor") String actor,
      @Param("selection") JsonNode selection);

  /// Lanes are locked in the order in which settling locks them. Of a channel that wants the latest
  /// state only the newest is sent, and nothing where it waits anyway.
  @Select(
      affectData = true,
      value =
          """
          with given as (
            select * from unnest(#{orders}::text[], #{firsts}::bigint[]) as g(order_number, first)
          ), held as materialized (
            select l.order_number, l.acked_position,
                   case when mode.latest_state then l.last_position else g.first end as first,
                   l.acked_position + case when l.parked_at is null then 0 else 1 end as through
              from lane l
              join given g on g.order_number = l.order_number
             cross join (
               select coalesce(bool_or(c.latest_state), false) as latest_state
                 from channel c
                where c.store_id = #{store} and c.channel_id = #{channel}) mode
             where l.store_id = #{store} and l.channel_id = #{channel}
             order by l.order_number
               for no key update of l
          ), set_back as (
            update lane l
               set acked_position = h.first - 1,
                   replay_through = greatest(l.replay_through, l.acked_position),
                   waiting_since = least(l.waiting_since, coalesce(
                     (select u.owed_at from channel_update u
                       where u.store_id = l.store_id and u.channel_id = l.channel_id
                         and u.order_number = l.order_number and u.position = h.first),
                     timestamptz 'epoch')),
                   due_at = now(), leased_until = null, lease_token = l.lease_token + 1,
                   failures = 0, first_failed_at = null, parked_at = null
              from held h
             where l.store_id = #{store} and l.channel_id = #{channel}
               and l.order_number = h.order_number and h.first <= h.through
            returning h.through - h.first + 1 as updates
          ), owed_again as (
            update channel_update u
               set discarded_at = null, discarded_by = null
              from held h
             where u.store_id = #{store} and u.channel_id = #{channel}
               and u.order_number = h.order_number
               and u.position between h.first and h.through
               and u.discarded_at is not null
          ), counted as (
            select count(*)::int as lanes, coalesce(sum(updates), 0)::bigint as updates
              from set_back
          ), kept as (
            update replay r
               set lanes = r.lanes + c.lanes, updates = r.updates + c.updates
              from counted c
             where r.store_id = #{store} and r.replay_id = #{id}
          )
          select lanes, updates from counted
          """)
  SetBackRow setBack(
      @Param("store") String store,
      @Param("id") UUID id,
      @Param("channel") String channel,
      @Param("orders") String[] orders,
      @Param("firsts") Long[] firsts);

  @Select(
      """
      select replay_id, actor, at, selection, lanes, updates
        from replay
       where store_id = #{store} and channel_id = #{channel}
       order by at desc, replay_id
       limit #{limit}
      """)
  List<ReplayRow> latest(
      @Param("store") String store, @Param("channel") String channel, @Param("limit") int limit);

  record StartRow(String orderNumber, long first) {}

  record SetBackRow(int lanes, long updates) {}

  record ReplayRow(
      UUID replayId, String actor, Instant at, JsonNode selection, int lanes, long updates) {}
}
