package org.statusevents.benchmarks.growth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.statusevents.benchmarks.database.BenchDatabase.Address;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.service.OrderRange;

/// Multiplies a few real orders by COPY, table by table. Since the service itself made the rows
/// that are multiplied, what must be true of one order is true of each: its version is the number
/// of its history rows, its lanes are idle, its updates are settled.
public final class GrownStore {
  private static final int BUFFER = 1 << 18;

  private final Address database;
  private final String store;

  public GrownStore(Address database, String store) {
    this.database = database;
    this.store = store;
  }

  /// Rows per table, after as many orders as `orders` has were made of `templates`.
  public Map<String, Long> multiply(List<String> templates, OrderRange orders) {
    Map<String, Long> rows = new LinkedHashMap<>();
    try (Connection connection = database.connect()) {
      CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
      for (Table table : tables(connection)) {
        List<List<RowTemplate>> rowsByTemplate = new ArrayList<>();
        for (String number : templates) {
          rowsByTemplate.add(read(copies, table, number));
        }
        rows.put(table.name(), write(copies, table, rowsByTemplate, orders));
      }
    } catch (SQLException | IOException e) {
      throw new BenchFailure("the store cannot be grown: " + e.getMessage(), e);
    }
    return rows;
  }

  /// A table whose rows belong to orders; `column` holds the number, alone or within an id.
  private record Table(String name, String column) {}

  private static List<Table> tables(Connection connection) throws SQLException {
    String query =
        """
        select c.relname, max(a.attname) filter (where a.attname = 'order_number')
          from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
           and not c.relispartition and a.attname in ('store_id', 'order_number', 'operation_id')
         group by c.relname having count(*) > 1 order by c.relname
        """;
    List<Table> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        boolean numbered = found.getString(2) != null;
        tables.add(new Table(found.getString(1), numbered ? "order_number" : "operation_id"));
      }
    }
    return tables;
  }

  private List<RowTemplate> read(CopyManager copies, Table table, String number)
      throws SQLException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String query =
        "copy (select * from %s where store_id = '%s' and %s like '%%%s%%') to stdout"
            .formatted(table.name(), store, table.column(), number);
    long _ = copies.copyOut(query, out);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(row -> new RowTemplate(row, number))
        .toList();
  }

  private static long write(
      CopyManager copies, Table table, List<List<RowTemplate>> rowsByTemplate, OrderRange orders)
      throws SQLException {
    CopyIn copy = copies.copyIn("copy " + table.name() + " from stdin");
    boolean written = false;
    try {
      StringBuilder text = new StringBuilder(2 * BUFFER);
      for (int i = 0; i < orders.count(); i++) {
        for (RowTemplate row : rowsByTemplate.get(i % rowsByTemplate.size())) {
          row.append(text, orders.number(i), i);
        }
        if (text.length() > BUFFER) {
          flush(copy, text);
        }
      }
      flush(copy, text);
      long rows = copy.endCopy();
      written = true;
      return rows;
    } finally {
      if (!written && copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void flush(CopyIn copy, StringBuilder text) throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }
}
