package org.statusevents.adapters.persistence.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface ConfigurationMapper {

  @Select("select current_version from store where store_id = #{store}")
  Optional<Long> currentVersion(@Param("store") String store);

  /// Locks the store's row, which each change takes before all else that it locks.
  @Select(
      affectData = true,
      value =
          """
          select current_version from store where store_id = #{store} for no key update
          """)
  Optional<Long> lockCurrentVersion(@Param("store") String store);

  @Select(
      """
      select document from configuration_version
       where store_id = #{store} and version = #{version}
      """)
  Optional<JsonNode> document(@Param("store") String store, @Param("version") long version);

  @Select(
      """
      select store_id, current_version from store
       where store_id > #{after}
       order by store_id
       limit #{limit}
      """)
  List<StoreRow> stores(@Param("after") String after, @Param("limit") int limit);

  @Insert("insert into store (store_id, current_version) values (#{store}, 1)")
  int insertStore(@Param("store") String store);

  @Update(
      """
      update store set current_version = #{version}
       where store_id = #{store} and current_version = #{version} - 1
      """)
  int advance(@Param("store") String store, @Param("version") long version);

  @Insert(
      """
      insert into configuration_version
        (store_id, version, document, changed_by, changed_at, summary)
      values (#{store}, #{version}, #{document}, #{actor}, #{at}, #{summary})
      """)
  int insertVersion(
      @Param("store") String store,
      @Param("version") long version,
      @Param("document") JsonNode document,
      @Param("actor") String actor,
      @Param("at") Instant at,
      @Param("summary") String summary);

  @Insert(
      """
      insert into channel as c (store_id, channel_id, enabled, latest_state)
      select #{store}, g.channel_id, g.enabled, g.latest_state
        from unnest(#{channels}::text[], #{enabled}::boolean[], #{latestState}::boolean[])
               as g(channel_id, enabled, latest_state)
       order by g.channel_id
      on conflict (store_id, channel_id) do update
        set enabled = excluded.enabled, latest_state = excluded.latest_state, removed = false
      """)
  int keepChannels(
      @Param("store") String store,
      @Param("channels") String[] channels,
      @Param("enabled") Boolean[] enabled,
      @Param("latestState") Boolean[] latestState);

  /// Marks channels that the version no longer has, and gives up what waits for them.
  @Update(
      """
      with gone as (
        update channel c
           set removed = true, enabled = false, waits_until = null
         where c.store_id = #{store} and not c.removed
           and c.channel_id <> all(#{channels}::text[])
        returning c.channel_id
      ), waiting as (
        select l.channel_id, l.order_number, l.acked_position
          from lane l
          join gone g on g.channel_id = l.channel_id
         where l.store_id = #{store} and l.last_position > l.acked_position
         order by l.channel_id, l.order_number
           for no key update of l
      ), given_up as (
        update channel_update u
           set discarded_at = now(), discarded_by = 'channel removed'
          from waiting w
         where u.store_id = #{store} and u.channel_id = w.channel_id
           and u.order_number = w.order_number and u.position > w.acked_position
      )
      update lane l
         set acked_position = l.last_position, due_at = null, leased_until = null,
             parked_at = null, failures = 0, first_failed_at = null,
             lease_token = l.lease_token + 1
        from waiting w
       where l.store_id = #{store} and l.channel_id = w.channel_id
         and l.order_number = w.order_number
      """)
  int dropChannelsBut(@Param("store") String store, @Param("channels") String[] channels);

  record StoreRow(String storeId, long currentVersion) {}
}
