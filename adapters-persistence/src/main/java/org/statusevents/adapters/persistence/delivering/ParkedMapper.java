package org.statusevents.adapters.persistence.delivering;

import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/// A parked update is the one after the cursor of a parked lane.
interface ParkedMapper {

  @Select(
      "select exists (select from channel_update where store_id = #{store} and update_id = #{id})")
  boolean exists(@Param("store") String store, @Param("id") UUID id);

  @Update(
      """
      update lane l
         set parked_at = null, failures = 0, first_failed_at = null, due_at = now()
        from channel_update u
       where u.store_id = #{store} and u.update_id = #{id}
         and l.store_id = u.store_id and l.channel_id = u.channel_id
         and l.order_number = u.order_number
         and l.parked_at is not null and l.acked_position + 1 = u.position
      """)
  int retry(@Param("store") String store, @Param("id") UUID id);

  @Update(
      """
      with passed as (
        update lane l
           set acked_position = u.position, parked_at = null, failures = 0, first_failed_at = null,
               due_at = case when l.last_position > u.position then now() end
          from channel_update u
         where u.store_id = #{store} and u.update_id = #{id}
           and l.store_id = u.store_id and l.channel_id = u.channel_id
           and l.order_number = u.order_number
           and l.parked_at is not null and l.acked_position + 1 = u.position
        returning l.store_id
      )
      update channel_update u
         set discarded_at = now(), discarded_by = #{actor}
        from passed p
       where u.store_id = p.store_id and u.update_id = #{id}
      """)
  int discard(@Param("store") String store, @Param("id") UUID id, @Param("actor") String actor);
}
