package org.statusevents.adapters.persistence.configuring;

import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface SecretMapper {

  @Select(
      """
      select key_id, names, sealed from channel_secret
       where store_id = #{store} and channel_id = #{channel}
      """)
  Optional<SecretRow> find(@Param("store") String store, @Param("channel") String channel);

  @Insert(
      """
      insert into channel_secret (store_id, channel_id, key_id, names, sealed)
      values (#{store}, #{channel}, #{keyId}, #{names}::text[], #{sealed})
      on conflict (store_id, channel_id) do update
        set key_id = excluded.key_id, names = excluded.names, sealed = excluded.sealed
      """)
  int write(
      @Param("store") String store,
      @Param("channel") String channel,
      @Param("keyId") String keyId,
      @Param("names") String[] names,
      @Param("sealed") byte[] sealed);

  @SuppressWarnings("ArrayRecordComponent") // a row of a statement, never compared
  record SecretRow(String keyId, String[] names, byte[] sealed) {}
}
