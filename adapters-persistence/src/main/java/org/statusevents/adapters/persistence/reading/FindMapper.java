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
             (select count(*)::int from order_line l
               where l.store_id = o.store_id and l.order_number = o.order_number) as lines,
             (select count(*)::int from parcel p
               where p.store_id = o.store_id and p.order_number = o.order_number) as parcels,
             (select jsonb_agg(jsonb_build_array(c.label, c.lines) order by c.place)
                from (
                  select l.label, count(*) as lines,
                         row_number() over (
                           order by count(*) desc, l.label collate "C" nulls last) as place
                    from order_line l
                   where l.store_id = o.store_id and l.order_number = o.order_number
                   group by l.label
                   order by place
                   limit #{itemLabels}) c) as item_labels
        from customer_order o
       where o.store_id = #{store} and o.order_number > #{after}
       <if test="q.orderUnlabelled">and o.label is null</if>
       <if test="q.orderLabel != null">and o.label = #{q.orderLabel}</if>
       <if test="q.itemUnlabelled or q.itemLabel != null">
         and exists (
           select from order_line l
            where l.store_id = o.store_id and l.order_number = o.order_number
            <if test="q.itemUnlabelled">and l.label is null</if>
            <if test="q.itemLabel != null">and l.label = #{q.itemLabel}</if>)
       </if>
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
           or exists (
             select from parcel p
              where p.store_id = o.store_id and p.order_number = o.order_number
                and p.tracking_number ilike #{q.text})
           or exists (
             select from order_line l
              where l.store_id = o.store_id and l.order_number = o.order_number
                and l.sku ilike #{q.text}))
       </if>
       order by o.order_number
       limit #{limit}
      </script>
      """)
  List<FoundRow> find(
      @Param("store") String store,
      @Param("after") String after,
      @Param("q") Filters filters,
      @Param("limit") int limit,
      @Param("itemLabels") int itemLabels);

  @Select(
      """
      with orders as (
        select o.order_number, o.label from customer_order o
         where o.store_id = #{store}
           and (#{from}::timestamptz is null
                or coalesce(o.ordered_at, o.imported_at) >= #{from}::timestamptz)
           and (#{to}::timestamptz is null
                or coalesce(o.ordered_at, o.imported_at) <= #{to}::timestamptz)
      )
      select c.label, sum(c.orders)::bigint as orders, sum(c.lines)::bigint as lines
        from (
          select o.label, count(*) as orders, 0 as lines from orders o group by o.label
          union all
          select l.label, 0, count(*)
            from order_line l
            join orders o on o.order_number = l.order_number
           where l.store_id = #{store}
           group by l.label) c
       group by c.label
       order by c.label nulls last
      """)
  List<CountRow> count(
      @Param("store") String store,
      @Param("from") @Nullable Instant from,
      @Param("to") @Nullable Instant to);

  /// What a search asks for; null means any.
  record Filters(
      boolean orderUnlabelled,
      @Nullable String orderLabel,
      boolean itemUnlabelled,
      @Nullable String itemLabel,
      @Nullable String event,
      @Nullable String channel,
      @Nullable String state,
      boolean notSent,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String text) {}

  record FoundRow(
      String orderNumber,
      @Nullable String cartOrderNumber,
      @Nullable String channelId,
      @Nullable String label,
      long version,
      @Nullable Instant orderedAt,
      Instant importedAt,
      Instant changedAt,
      int lines,
      int parcels,
      JsonNode itemLabels) {}

  record CountRow(@Nullable String label, long orders, long lines) {}
}
