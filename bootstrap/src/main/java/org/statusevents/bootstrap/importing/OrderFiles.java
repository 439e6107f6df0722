package org.statusevents.bootstrap.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.statusevents.bootstrap.importing.CsvRow.Place;
import org.statusevents.bootstrap.importing.ImportMapping.ColumnName;
import org.statusevents.bootstrap.importing.ImportMapping.KeyColumn;
import org.statusevents.bootstrap.importing.ImportMapping.OrderField;
import org.statusevents.bootstrap.importing.ImportMapping.SourceFile;
import org.statusevents.bootstrap.importing.ImportReport.Fate;

/// Puts the rows of the four files together. What is wrong goes to the report at once.
final class OrderFiles {
  private final Map<SourceFile, Path> paths;
  private final ImportMapping mapping;
  private final ImportReport report;
  private final Map<String, CsvRow> customers = new HashMap<>();
  private final Map<String, CsvRow> products = new HashMap<>();
  private final Map<String, OrderDraft> drafts = new LinkedHashMap<>();
  private final Map<String, Place> wrongOrders = new HashMap<>();

  OrderFiles(Map<SourceFile, Path> paths, ImportMapping mapping, ImportReport report) {
    this.paths = new EnumMap<>(paths);
    this.mapping = mapping;
    this.report = report;
  }

  /// The orders of which something can go in, in the order of their file.
  List<CsvOrder> read() {
    readReferences(SourceFile.CUSTOMERS, KeyColumn.CUSTOMER_ID, customers);
    readReferences(SourceFile.PRODUCTS, KeyColumn.PRODUCT_ID, products);
    file(SourceFile.ORDERS)
        .ifPresent(file -> file.read(needed(SourceFile.ORDERS), this::takeOrder));
    file(SourceFile.LINES).ifPresent(file -> file.read(needed(SourceFile.LINES), this::takeLine));
    List<CsvOrder> orders = new ArrayList<>();
    for (OrderDraft draft : drafts.values()) {
      if (draft.lines().isEmpty()) {
        report.wrong(
            SourceFile.ORDERS, draft.place(), "order " + draft.number() + " has no right line");
      } else {
        orders.add(draft.order());
      }
    }
    return orders;
  }

  private Optional<CsvFile> file(SourceFile source) {
    return Optional.ofNullable(paths.get(source)).map(path -> new CsvFile(source, path, mapping));
  }

  /// The columns of a file that the mapping names.
  private Set<String> needed(SourceFile source) {
    Set<String> needed = new HashSet<>();
    Arrays.stream(KeyColumn.values())
        .filter(key -> key.file() == source)
        .flatMap(key -> mapping.key(key).stream())
        .forEach(needed::add);
    mapping.fields().values().stream()
        .flatMap(List::stream)
        .filter(column -> column.file() == source)
        .map(ColumnName::name)
        .forEach(needed::add);
    return needed;
  }

  /// A wrong row is remembered too: what refers to it is not wrong for that.
  private void readReferences(SourceFile source, KeyColumn key, Map<String, CsvRow> rows) {
    Optional<String> column = mapping.key(key);
    if (column.isEmpty()) {
      return;
    }
    file(source)
        .ifPresent(file ->
            file.read(
                needed(source),
                row -> {
                  Optional<String> id = row.value(column.get());
                  Optional<CsvRow> twin = id.map(rows::get);
                  id.ifPresent(text -> rows.putIfAbsent(text, row));
                  Optional<String> fault =
                      row.fault()
                          .or(() ->
                              id.isEmpty()
                                  ? Optional.of(column.get() + " is missing")
                                  : Optional.empty())
                          .or(() ->
                              twin.map(first ->
                                  id.get()
                                      + " stands on line "
                                      + first.place().line()
                                      + " already"));
                  fault.ifPresentOrElse(
                      reason -> report.wrong(source, row.place(), reason),
                      () -> report.went(source, Fate.READ, 1));
                }));
  }

  private void takeOrder(CsvRow row) {
    OrderRow order = new OrderRow(row, mapping, customerOf(row));
    Optional<String> number = row.value(mapping.orderNumber());
    Optional<String> problem =
        order.problem().or(() -> number.map(drafts::get).map(OrderFiles::twin));
    if (problem.isPresent()) {
      number.ifPresent(text -> wrongOrders.putIfAbsent(text, row.place()));
      report.wrong(SourceFile.ORDERS, row.place(), problem.get());
      return;
    }
    OrderDraft draft = order.draft();
    drafts.put(draft.number(), draft);
  }

  private static String twin(OrderDraft first) {
    return "order " + first.number() + " stands on line " + first.place().line() + " already";
  }

  private Referred customerOf(CsvRow row) {
    return mapping
        .key(KeyColumn.ORDER_CUSTOMER)
        .flatMap(row::value)
        .map(id -> Referred.find(id, customers, paths.containsKey(SourceFile.CUSTOMERS)))
        .orElse(Referred.NOTHING);
  }

  private void takeLine(CsvRow row) {
    Optional<String> number = row.value(mapping.orderOfLine());
    Optional<OrderDraft> draft = number.map(drafts::get);
    int line = draft.map(OrderDraft::nextLine).orElse(0);
    Referred product =
        mapping
            .key(KeyColumn.LINE_PRODUCT)
            .flatMap(row::value)
            .map(id -> Referred.find(id, products, paths.containsKey(SourceFile.PRODUCTS)))
            .orElse(Referred.NOTHING);
    LineRow read = new LineRow(row, mapping, product);
    Optional<String> problem = read.problem();
    if (problem.isPresent()) {
      report.wrong(SourceFile.LINES, row.place(), problem.get());
    } else if (draft.isPresent()) {
      draft.get().add(read.line(line));
    } else if (number.isPresent() && wrongOrders.containsKey(number.get())) {
      report.skipped(
          SourceFile.LINES,
          row.place(),
          "its order " + number.get() + " is wrong: " + wrongOrders.get(number.get()));
    } else {
      report.wrong(
          SourceFile.LINES, row.place(), "order " + number.orElse("") + " is in no orders row");
    }
  }

  /// The columns of a field, taken from a row and the one it refers to.
  static Optional<String> value(
      ImportMapping mapping, OrderField field, CsvRow own, Referred referred) {
    return mapping.columnsOf(field).stream()
        .flatMap(column ->
            switch (column.file()) {
              case ORDERS, LINES -> own.value(column.name()).stream();
              case CUSTOMERS, PRODUCTS -> referred.value(column.name()).stream();
            })
        .findFirst();
  }
}
