package org.statusevents.adapters.persistence.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface FindMapper {

  @Select(
      """
      <script>
      select o.order_number, o.cart_order_number, o.channel_id, o.label, o.version, o.ordered_at,
             o.imported_at, o.changed_at,
             json_array_length(o.parcels) as parcels,
             o.lines
        from customer_order o
       <if test="q.orderLabel != null">
        join order_by_label ol
          on ol.store_id = o.store_id and ol.order_number = o.order_number
         and ol.label = #{q.orderLabel} and ol.on_order
       </if>
       <if test="q.itemLabel != null">
        join order_by_label il
          on il.store_id = o.store_id and il.order_number = o.order_number
         and il.label = #{q.itemLabel} and il.lines &gt; 0
       </if>
       where o.store_id = #{store} and o.order_number > #{after}
       <if test="q.event != null">
         and exists (
           select from order_history h
            where h.store_id = o.store_id and h.order_number = o.order_number
              and h.event = #{q.event})
       </if>
       <if test="q.channel != null and q.state == null and !q.notSent">
         and (o.channel_id = #{q.channel} or exists (
           select from channel_update u
            where u.store_id = o.store_id and u.order_number = o.order_number
              and u.channel_id = #{q.channel}))
       </if>
       <if test="q.state != null">
         and exists (
           select from update_standing s
            where s.store_id = o.store_id and s.order_number = o.order_number
              and s.state = #{q.state}
              <if test="q.channel != null">and s.channel_id = #{q.channel}</if>)
       </if>
       <if test="q.notSent">
         and exists (
           select from order_history h
            where h.store_id = o.store_id and h.order_number = o.order_number
              <if test="q.channel == null">and h.verdicts @? '$[*].reason'</if>
              <if test="q.channel != null">
                and jsonb_path_exists(
                  h.verdicts, '$[*] ? (@.channel == $channel &amp;&amp; exists(@.reason))',
                  jsonb_build_object('channel', #{q.channel}::text))
              </if>)
       </if>
       <if test="q.from != null">and coalesce(o.ordered_at, o.imported_at) &gt;= #{q.from}</if>
       <if test="q.to != null">and coalesce(o.ordered_at, o.imported_at) &lt;= #{q.to}</if>
       <if test="q.text != null">
         and (o.order_number ilike #{q.text} or o.cart_order_number ilike #{q.text}
           -- Most documents hold the text nowhere, which is seen without taking them apart.
           or (o.parcels::text ilike #{q.quoted} and exists (
             select from json_array_elements(o.parcels) p
              where p ->> 'trackingNumber' ilike #{q.text}))
           or (o.lines::text ilike #{q.quoted} and exists (
             select from json_array_elements(o.lines) l where l ->> 1 ilike #{q.text})))
       </if>
       order by o.order_number
       limit #{limit}
      </script>
      """)
  List<FoundRow> find(
      @Param("store") String store,
      @Param("after") String after,
      @Param("q") Filters filters,
      @Param("limit") int limit);

  @Select(
      """
      select u.label, count(*) filter (where u.on_order) as orders,
             sum(u.lines)::bigint as lines
        from order_by_label u
       where u.store_id = #{store}
         and (#{from}::timestamptz is null and #{to}::timestamptz is null
              or exists (
                select from customer_order o
                 where o.store_id = u.store_id and o.order_number = u.order_number
                   and (#{from}::timestamptz is null
                        or coalesce(o.ordered_at, o.imported_at) >= #{from}::timestamptz)
                   and (#{to}::timestamptz is null
                        or coalesce(o.ordered_at, o.imported_at) <= #{to}::timestamptz)))
       group by u.label
       order by nullif(u.label, '') nulls last
      """)
  List<CountRow> count(
      @Param("store") String store,
      @Param("from") @Nullable Instant from,
      @Param("to") @Nullable Instant to);

  /// What a search asks for; null means any, an empty label none. `quoted` is the pattern `text` as
  /// it stands within a document.
  record Filters(
      @Nullable String orderLabel,
      @Nullable String itemLabel,
      @Nullable String event,
      @Nullable String channel,
      @Nullable String state,
      boolean notSent,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String text,
      @Nullable String quoted) {}

  record FoundRow(
      String orderNumber,
      @Nullable String cartOrderNumber,
      @Nullable String channelId,
      @Nullable String label,
      long version,
      @Nullable Instant orderedAt,
      Instant importedAt,
      Instant changedAt,
      int parcels,
      JsonNode lines) {}

  /// The empty label stands for none.
  record CountRow(String label, long orders, long lines) {}
}
