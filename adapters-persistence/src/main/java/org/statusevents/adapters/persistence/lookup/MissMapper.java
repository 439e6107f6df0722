package org.statusevents.adapters.persistence.lookup;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface MissMapper {

  /// Waits until no other transaction holds `key`, and holds it until this one ends.
  @Select("select pg_advisory_xact_lock(#{key})::text")
  String takeTurn(@Param("key") long key);

  @Select(
      """
      select
        (select count(*)::int from lookup_miss
          where store_id = #{store} and order_number = #{order} and at >= #{since}) as of_order,
        (select count(*)::int from lookup_miss
          where store_id = #{store} and source = #{source} and at >= #{since}) as of_source
      """)
  CountRow count(
      @Param("store") String store,
      @Param("order") String order,
      @Param("source") String source,
      @Param("since") Instant since);

  @Insert(
      """
      insert into lookup_miss (store_id, order_number, source, at)
      values (#{store}, #{order}, #{source}, #{at})
      """)
  int add(
      @Param("store") String store,
      @Param("order") String order,
      @Param("source") String source,
      @Param("at") Instant at);

  @Delete(
      """
      delete from lookup_miss
       where store_id = #{store} and ctid = any(array(
         select ctid from lookup_miss
          where store_id = #{store} and at < #{before} limit 100))
      """)
  int forget(@Param("store") String store, @Param("before") Instant before);

  record CountRow(int ofOrder, int ofSource) {}
}
