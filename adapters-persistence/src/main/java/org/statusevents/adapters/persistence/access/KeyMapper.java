package org.statusevents.adapters.persistence.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// Keys; one without a store is good for all. `store` null in a question means any.
interface KeyMapper {

  @Insert(
      """
      insert into access_key (key_id, store_id, role, name, digest, created_at, expires_at)
      values (#{keyId}, #{storeId}, #{role}, #{name}, #{digest}, #{createdAt}, #{expiresAt})
      """)
  int add(KeyRow key);

  @Select(
      """
      select key_id, store_id, role, name, digest, created_at, expires_at
        from access_key where key_id = #{id}
      """)
  Optional<KeyRow> find(@Param("id") String id);

  @Select(
      """
      select key_id, store_id, role, name, digest, created_at, expires_at
        from access_key
       where #{store}::text is null or store_id = #{store}::text
       order by key_id
      """)
  List<KeyRow> list(@Param("store") @Nullable String store);

  @Delete(
      """
      delete from access_key
       where key_id = #{id} and (#{store}::text is null or store_id = #{store}::text)
      """)
  int delete(@Param("id") String id, @Param("store") @Nullable String store);

  @Select("select not exists (select from access_key)")
  boolean isEmpty();

  @SuppressWarnings("ArrayRecordComponent") // a row of a statement, never compared
  record KeyRow(
      String keyId,
      @Nullable String storeId,
      String role,
      String name,
      byte[] digest,
      Instant createdAt,
      @Nullable Instant expiresAt) {}
}
