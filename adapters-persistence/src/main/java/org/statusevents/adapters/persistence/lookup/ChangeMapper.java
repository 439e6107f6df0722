package org.statusevents.adapters.persistence.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface ChangeMapper {

  @Select(
      """
      select changes
        from order_history
       where store_id = #{store} and order_number = #{order}
       order by sequence desc
       limit #{limit}
      """)
  List<ChangesRow> newestFirst(
      @Param("store") String store, @Param("order") String order, @Param("limit") int limit);

  record ChangesRow(JsonNode changes) {}
}
