package org.statusevents.adapters.persistence.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface HistoryMapper {

  @Select(
      """
      select sequence, event, operation_id, source, actor, occurred_at, recorded_at,
             configuration_version, data, changes, verdicts
        from order_history
       where store_id = #{store} and order_number = #{order} and sequence > #{after}
       order by sequence
       limit #{limit}
      """)
  List<HistoryRow> read(
      @Param("store") String store,
      @Param("order") String order,
      @Param("after") long after,
      @Param("limit") int limit);

  record HistoryRow(
      long sequence,
      String event,
      String operationId,
      String source,
      String actor,
      Instant occurredAt,
      Instant recordedAt,
      long configurationVersion,
      JsonNode data,
      JsonNode changes,
      JsonNode verdicts) {}
}
