package org.statusevents.adapters.persistence.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.persistence.document.Json;

/// `jsonb` columns.
final class JsonTypeHandler extends BaseTypeHandler<JsonNode> {
  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, JsonNode json, @Nullable JdbcType type)
      throws SQLException {
    statement.setObject(index, Json.write(json), Types.OTHER);
  }

  @Override
  public @Nullable JsonNode getNullableResult(ResultSet row, String column) throws SQLException {
    return json(row.getString(column));
  }

  @Override
  public @Nullable JsonNode getNullableResult(ResultSet row, int column) throws SQLException {
    return json(row.getString(column));
  }

  @Override
  public @Nullable JsonNode getNullableResult(CallableStatement call, int column)
      throws SQLException {
    return json(call.getString(column));
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.read(text);
  }
}
