package org.statusevents.benchmarks.faults.driving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.benchmarks.database.BenchDatabase.Address;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.faults.checking.Snapshot;
import org.statusevents.benchmarks.faults.checking.Snapshot.Change;
import org.statusevents.benchmarks.faults.checking.Snapshot.HistoryRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.LaneRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.OrderRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.UpdateRow;

/// Reads what the checker judges, past the service.
final class SnapshotReader {
  private static final String ORDERS =
      """
      select o.order_number, o.version, coalesce(o.label, ''),
             (select jsonb_object_agg(l ->> 0, coalesce(l ->> 9, ''))
                from json_array_elements(o.lines) l)
        from customer_order o where o.store_id = ?
      """;
  private static final String HISTORY =
      """
      select order_number, sequence, operation_id, event, changes, content is not null
        from order_history where store_id = ?
      """;
  private static final String UPDATES =
      """
      select u.channel_id, u.order_number, u.position, u.update_id, u.sequence,
             exists (select from delivery_attempt a
                      where a.store_id = u.store_id and a.channel_id = u.channel_id
                        and a.order_number = u.order_number and a.position = u.position
                        and a.outcome = 'ACCEPTED'),
             u.discarded_at is not null
        from channel_update u where u.store_id = ?
      """;
  private static final String LANES =
      """
      select l.channel_id, l.order_number, l.acked_position, l.last_position,
             l.due_at is not null, l.parked_at is not null, c.latest_state
        from lane l join channel c on c.store_id = l.store_id and c.channel_id = l.channel_id
       where l.store_id = ?
      """;

  private static final int ROWS_AT_ONCE = 2_000;

  private final ObjectMapper json = new ObjectMapper();
  private final Address database;
  private final String store;

  SnapshotReader(Address database, String store) {
    this.database = database;
    this.store = store;
  }

  /// Updates that are neither settled nor parked; empty while the database is away.
  Optional<Long> waiting() {
    try {
      return Optional.of(
          Long.parseLong(
              database.ask(
                  "select coalesce(sum(last_position - acked_position), 0) from lane"
                      + " where parked_at is null and store_id = '"
                      + store
                      + "'")));
    } catch (BenchFailure e) {
      return Optional.empty();
    }
  }

  Snapshot read() {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new Snapshot(
          rows(connection, ORDERS, this::order),
          rows(connection, HISTORY, this::history),
          rows(connection, UPDATES, SnapshotReader::update),
          rows(connection, LANES, SnapshotReader::lane));
    } catch (SQLException e) {
      throw new BenchFailure("the database refuses: " + e.getMessage(), e);
    }
  }

  private <T> List<T> rows(Connection connection, String sql, Row<T> row) throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, store);
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          all.add(row.read(rows));
        }
      }
    }
    return all;
  }

  private OrderRow order(ResultSet row) throws SQLException {
    Map<Integer, String> lines = new HashMap<>();
    json(row.getString(4))
        .properties()
        .forEach(
            line -> lines.put(Integer.valueOf(line.getKey()), line.getValue().asText().intern()));
    return new OrderRow(text(row, 1), row.getLong(2), text(row, 3), lines);
  }

  private HistoryRow history(ResultSet row) throws SQLException {
    List<Change> changes = new ArrayList<>();
    for (JsonNode change : json(row.getString(5))) {
      changes.add(
          new Change(
              change.path("line").asInt(Change.ORDER),
              change.path("previous").asText("").intern(),
              change.path("label").asText("").intern()));
    }
    return new HistoryRow(
        text(row, 1), row.getLong(2), text(row, 3), text(row, 4), changes, row.getBoolean(6));
  }

  private static UpdateRow update(ResultSet row) throws SQLException {
    return new UpdateRow(
        text(row, 1),
        text(row, 2),
        row.getLong(3),
        text(row, 4),
        row.getLong(5),
        row.getBoolean(6),
        row.getBoolean(7));
  }

  private static LaneRow lane(ResultSet row) throws SQLException {
    return new LaneRow(
        text(row, 1),
        text(row, 2),
        row.getLong(3),
        row.getLong(4),
        row.getBoolean(5),
        row.getBoolean(6),
        row.getBoolean(7));
  }

  /// Kept once, however many rows hold it.
  private static String text(ResultSet row, int column) throws SQLException {
    return row.getString(column).intern();
  }

  private JsonNode json(String text) {
    try {
      return json.readTree(text == null ? "{}" : text);
    } catch (JsonProcessingException e) {
      throw new BenchFailure("not JSON: " + text, e);
    }
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
