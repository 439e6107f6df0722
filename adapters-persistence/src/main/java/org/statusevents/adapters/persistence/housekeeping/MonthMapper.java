package org.statusevents.adapters.persistence.housekeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/// Months as partitions. What changes tables stands in functions that came with them.
interface MonthMapper {

  @Select("select now()")
  Instant now();

  /// Waits until no other transaction holds `key`, and holds it until this one ends.
  @Select("select pg_advisory_xact_lock(#{key})::text")
  String takeTurn(@Param("key") long key);

  /// The same without waiting; false when another holds it.
  @Select("select pg_try_advisory_xact_lock(#{key})")
  boolean tryTurn(@Param("key") long key);

  /// The partitions' names end with the month.
  @Select(
      """
      select to_date(right(c.relname, 7), 'YYYY_MM')
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
       where i.inhparent = to_regclass(#{parent}) and c.relname ~ '_p[0-9]{4}_[0-9]{2}$'
       order by 1
      """)
  List<LocalDate> months(@Param("parent") String parent);

  @Select(affectData = true, value = "select make_room(#{parent}, #{month})")
  boolean makeRoom(@Param("parent") String parent, @Param("month") LocalDate month);

  /// For what follows in this transaction: how long to wait for a table, and how long at all.
  @Select(
      """
      select set_config('lock_timeout', #{lockMillis}::text, true)
          || set_config('statement_timeout', #{statementMillis}::text, true)
      """)
  String limit(@Param("lockMillis") int lockMillis, @Param("statementMillis") int statementMillis);

  @Select(affectData = true, value = "select hold_months(#{parent})::text")
  String hold(@Param("parent") String parent);

  @Select(affectData = true, value = "select drop_month(#{parent}, #{month})::text")
  String drop(@Param("parent") String parent, @Param("month") LocalDate month);

  /// Updates owed in that time that are not delivered yet, by the lanes' cursors alone.
  @Select(
      """
      select l.store_id, l.channel_id, count(*) as updates
        from lane l
        join channel_update u
          on u.store_id = l.store_id and u.channel_id = l.channel_id
         and u.order_number = l.order_number and u.position > l.acked_position
       where l.acked_position < l.last_position
         and u.owed_at >= #{from} and u.owed_at < #{to}
       group by l.store_id, l.channel_id
       order by updates desc, l.store_id, l.channel_id
       limit #{most}
      """)
  List<WaitingRow> waiting(
      @Param("from") Instant from, @Param("to") Instant to, @Param("most") int most);

  /// Whether there are any, found by what every lane that waits shows: an index away, however many
  /// lanes there are.
  @Select(
      """
      select exists (
        select from (
          select * from lane where due_at is not null
          union all
          select * from lane where parked_at is not null) l
          join channel_update u
            on u.store_id = l.store_id and u.channel_id = l.channel_id
           and u.order_number = l.order_number and u.position > l.acked_position
         where l.waiting_since < #{to}
           and u.owed_at >= #{from} and u.owed_at < #{to})
      """)
  boolean isWaitedFor(@Param("from") Instant from, @Param("to") Instant to);

  record WaitingRow(String storeId, String channelId, long updates) {}
}
