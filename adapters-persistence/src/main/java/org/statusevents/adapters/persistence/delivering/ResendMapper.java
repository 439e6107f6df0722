package org.statusevents.adapters.persistence.delivering;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

interface ResendMapper {

  /// Lets parked lanes of the order go on where the channel wants the latest state: what is owed
  /// next takes the parked update's place.
  @Update(
      """
      update lane l
         set parked_at = null, failures = 0, first_failed_at = null, due_at = now()
        from channel c
       where l.store_id = #{store} and l.channel_id = any(#{channels}::text[])
         and l.order_number = #{order} and l.parked_at is not null
         and c.store_id = l.store_id and c.channel_id = l.channel_id and c.latest_state
      """)
  int releaseLatestState(
      @Param("store") String store,
      @Param("order") String order,
      @Param("channels") String[] channels);

  /// Puts an update at the end of each channel's lane of the order. A parked lane stays parked.
  @Insert(
      """
      with given as (
        select * from unnest(#{channels}::text[], #{ids}::uuid[], #{facts}::bigint[])
          as g(channel_id, update_id, facts)
      ), appended as (
        insert into lane as l
          (store_id, channel_id, order_number, last_position, owed_facts, due_at, waiting_since)
        select #{store}, g.channel_id, #{order}, 1, g.facts, now(), now()
          from given g
         order by g.channel_id
        on conflict (store_id, channel_id, order_number) do update
          set last_position = l.last_position + 1,
              owed_facts = excluded.owed_facts,
              waiting_since = case
                when l.acked_position = l.last_position then excluded.waiting_since
                else least(l.waiting_since, excluded.waiting_since) end,
              due_at = case when l.parked_at is null then coalesce(l.due_at, now()) end
        returning l.channel_id, l.last_position
      )
      insert into channel_update
        (store_id, channel_id, order_number, position, update_id, sequence, facts, resend, content,
         owed_at)
      select #{store}, a.channel_id, #{order}, a.last_position, g.update_id, #{sequence}, g.facts,
             true, #{content}::json, now()
        from appended a
        join given g on g.channel_id = a.channel_id
      """)
  int owe(
      @Param("store") String store,
      @Param("order") String order,
      @Param("sequence") long sequence,
      @Param("content") String content,
      @Param("channels") String[] channels,
      @Param("ids") String[] ids,
      @Param("facts") Long[] facts);
}
