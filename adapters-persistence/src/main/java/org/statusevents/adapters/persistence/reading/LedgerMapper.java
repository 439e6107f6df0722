package org.statusevents.adapters.persistence.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface LedgerMapper {

  /// What each event from `first` to `last` came to per channel, and resends by hand behind the
  /// event they followed, after the entry (`sequence`, `place`). The log may reach further back
  /// than the ledger; what was owed before the ledger begins is left out.
  @Select(
      """
      select e.order_number, e.sequence, e.place, e.event, e.channel_id, e.reason, e.update_id,
             coalesce(s.owed_at, e.recorded_at) as owed_at, s.state, s.attempts, s.words,
             s.last_attempt_at, s.next_attempt_at, s.discarded_by
        from (
          select h.store_id, h.order_number, h.sequence, v.place, h.event, h.recorded_at,
                 v.verdict ->> 'channel' as channel_id, v.verdict ->> 'reason' as reason,
                 (v.verdict ->> 'update')::uuid as update_id
            from order_history h
           cross join lateral jsonb_array_elements(h.verdicts)
                   with ordinality as v(verdict, place)
           where h.store_id = #{store} and h.order_number = #{order}
             and h.sequence between #{first} and #{last}
          union all
          select u.store_id, u.order_number, u.sequence, 1000000 + u.position, null, u.owed_at,
                 u.channel_id, null, u.update_id
            from channel_update u
           where u.store_id = #{store} and u.order_number = #{order} and u.resend
             and u.sequence between #{first} and #{last}
        ) e
        left join update_standing s
          on s.store_id = e.store_id and s.update_id = e.update_id and s.owed_at = e.recorded_at
       where (e.sequence, e.place) > (#{afterSequence}, #{afterPlace})
         and (e.reason is not null or s.update_id is not null)
       order by e.sequence, e.place
       limit #{limit}
      """)
  List<LedgerRow> ofOrder(
      @Param("store") String store,
      @Param("order") String order,
      @Param("first") long first,
      @Param("last") long last,
      @Param("afterSequence") long afterSequence,
      @Param("afterPlace") long afterPlace,
      @Param("limit") int limit);

  /// The store's updates in the order of their ids, which is that of time. `waiting` true leaves
  /// out at once all that cannot be owed, in delivery or parked.
  @Select(
      """
      select s.order_number, s.sequence, s.position as place,
             case when s.resend then null else h.event end as event, s.channel_id,
             null as reason, s.update_id, s.owed_at, s.state, s.attempts, s.words,
             s.last_attempt_at, s.next_attempt_at, s.discarded_by
        from update_standing s
        left join order_history h
          on h.store_id = s.store_id and h.order_number = s.order_number
         and h.sequence = s.sequence and h.recorded_at = s.owed_at
       where s.store_id = #{store}
         and s.update_id > #{after}
         and (not #{waiting} or s.waiting)
         and (#{state}::text is null or s.state = #{state}::text)
         and (#{channel}::text is null or s.channel_id = #{channel}::text)
       order by s.update_id
       limit #{limit}
      """)
  List<LedgerRow> updates(
      @Param("store") String store,
      @Param("after") UUID after,
      @Param("waiting") boolean waiting,
      @Param("state") @Nullable String state,
      @Param("channel") @Nullable String channel,
      @Param("limit") int limit);

  /// What events of the store came to that owed nothing, after the entry (`order`, `sequence`,
  /// `place`).
  @Select(
      """
      select h.order_number, h.sequence, v.place, h.event, v.verdict ->> 'channel' as channel_id,
             v.verdict ->> 'reason' as reason, null::uuid as update_id,
             h.recorded_at as owed_at, null as state, null::int as attempts, null as words,
             null::timestamptz as last_attempt_at, null::timestamptz as next_attempt_at,
             null as discarded_by
        from order_history h
       cross join lateral jsonb_array_elements(h.verdicts)
               with ordinality as v(verdict, place)
       where h.store_id = #{store}
         and (h.order_number, h.sequence, v.place)
             > (#{afterOrder}, #{afterSequence}, #{afterPlace})
         and h.order_number >= #{afterOrder}
         and v.verdict ->> 'reason' is not null
         and (#{channel}::text is null or v.verdict ->> 'channel' = #{channel}::text)
       order by h.order_number, h.sequence, v.place
       limit #{limit}
      """)
  List<LedgerRow> notSent(
      @Param("store") String store,
      @Param("afterOrder") String afterOrder,
      @Param("afterSequence") long afterSequence,
      @Param("afterPlace") long afterPlace,
      @Param("channel") @Nullable String channel,
      @Param("limit") int limit);

  record LedgerRow(
      String orderNumber,
      long sequence,
      long place,
      @Nullable String event,
      @Nullable String channelId,
      @Nullable String reason,
      @Nullable UUID updateId,
      Instant owedAt,
      @Nullable String state,
      @Nullable Integer attempts,
      @Nullable String words,
      @Nullable Instant lastAttemptAt,
      @Nullable Instant nextAttemptAt,
      @Nullable String discardedBy) {}
}
