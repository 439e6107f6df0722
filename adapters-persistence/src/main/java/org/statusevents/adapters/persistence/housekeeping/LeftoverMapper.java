package org.statusevents.adapters.persistence.housekeeping;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface LeftoverMapper {

  /// Of a lane `l`: it waits for nothing, and none of its updates is left.
  String IS_LEFT_OVER =
      """
      l.waiting_since < #{before} and l.acked_position = l.last_position
         and l.due_at is null and l.parked_at is null and l.leased_until is null
         and not exists (
           select from channel_update u
            where u.store_id = l.store_id and u.channel_id = l.channel_id
              and u.order_number = l.order_number)
      """;

  @Select("select count(*) from operation where recorded_at < #{before}")
  long operations(@Param("before") Instant before);

  @Delete(
      """
      delete from operation
       where ctid = any(array(
         select ctid from operation where recorded_at < #{before} limit #{most}))
      """)
  int removeOperations(@Param("before") Instant before, @Param("most") int most);

  @Select("select count(*) from lookup_miss where at < #{before}")
  long lookupMisses(@Param("before") Instant before);

  @Delete(
      """
      delete from lookup_miss
       where ctid = any(array(
         select ctid from lookup_miss where at < #{before} limit #{most}))
      """)
  int removeLookupMisses(@Param("before") Instant before, @Param("most") int most);

  @Select(
      """
      select count(*)
        from lane l
       where
      """
          + IS_LEFT_OVER)
  long lanes(@Param("before") Instant before);

  /// Lanes that wait for nothing and of whose updates none is left, with their orders locked: only
  /// who holds that lock may owe a lane anything. Orders that somebody holds are passed over.
  @Select(
      affectData = true,
      value =
          """
          select old.store_id, old.channel_id, old.order_number
            from customer_order o
            join (
              select l.store_id, l.channel_id, l.order_number
                from lane l
               where
          """
              + IS_LEFT_OVER
              + """
                   limit #{most}) old
                  on old.store_id = o.store_id and old.order_number = o.order_number
                 for no key update of o skip locked
              """)
  List<LaneRow> lockOrdersOfLanes(@Param("before") Instant before, @Param("most") int most);

  /// Sees what was committed before the orders were locked.
  @Delete(
      """
      delete from lane l
       using unnest(#{stores}::text[], #{channels}::text[], #{orders}::text[])
               as old(store_id, channel_id, order_number)
       where l.store_id = old.store_id and l.channel_id = old.channel_id
         and l.order_number = old.order_number
         and
      """
          + IS_LEFT_OVER)
  int removeLanes(
      @Param("stores") String[] stores,
      @Param("channels") String[] channels,
      @Param("orders") String[] orders,
      @Param("before") Instant before);

  @Select("select pg_try_advisory_xact_lock(#{key})")
  boolean tryTurn(@Param("key") long key);

  record LaneRow(String storeId, String channelId, String orderNumber) {}
}
