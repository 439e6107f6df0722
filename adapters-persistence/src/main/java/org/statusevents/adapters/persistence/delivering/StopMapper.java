package org.statusevents.adapters.persistence.delivering;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface StopMapper {

  @Select(
      """
      select channel_id, stopped_at, stopped_words
        from channel
       where store_id = #{store} and stopped_at is not null
      """)
  List<StopRow> stopped(@Param("store") String store);

  @Update(
      """
      update channel
         set stopped_at = null, stopped_words = null
       where store_id = #{store} and channel_id = #{channel} and stopped_at is not null
      """)
  int release(@Param("store") String store, @Param("channel") String channel);

  record StopRow(String channelId, Instant stoppedAt, String stoppedWords) {}
}
