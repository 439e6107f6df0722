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

  @Select(
      """
      select channel_id, away_since, openings, probe_at, away_words
        from channel
       where store_id = #{store} and openings > 0
      """)
  List<AwayRow> away(@Param("store") String store);

  @Update(
      """
      update channel
         set stopped_at = null, stopped_words = null,
             openings = 0, probe_at = null, away_since = null, away_words = null
       where store_id = #{store} and channel_id = #{channel}
         and (stopped_at is not null or openings > 0)
      """)
  int release(@Param("store") String store, @Param("channel") String channel);

  record StopRow(String channelId, Instant stoppedAt, String stoppedWords) {}

  record AwayRow(
      String channelId, Instant awaySince, int openings, Instant probeAt, String awayWords) {}
}
