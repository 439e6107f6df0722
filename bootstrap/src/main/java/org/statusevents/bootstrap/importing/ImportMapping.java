package org.statusevents.bootstrap.importing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which columns of which files make up an order. `columns` tells how many fields the rows of a
/// file have, where that is not the number of names in its first row. `keys` are the columns that
/// files refer to each other by; `fields` the columns that each part of an order is taken from, the
/// first that has a value.
record ImportMapping(
    char separator,
    String nullText,
    DateTimeFormatter dates,
    String datePattern,
    ZoneId timeZone,
    Map<SourceFile, Integer> columns,
    Map<KeyColumn, String> keys,
    Map<OrderField, List<ColumnName>> fields) {
  ImportMapping {
    columns = Map.copyOf(columns);
    keys = Map.copyOf(keys);
    fields = Map.copyOf(fields);
  }

  Optional<String> key(KeyColumn key) {
    return Optional.ofNullable(keys.get(key));
  }

  /// The column of the order's number in the orders file.
  String orderNumber() {
    return key(KeyColumn.ORDER_NUMBER).orElse("");
  }

  /// The column of the order's number in the lines file.
  String orderOfLine() {
    return key(KeyColumn.LINE_ORDER).orElse("");
  }

  List<ColumnName> columnsOf(OrderField field) {
    return fields.getOrDefault(field, List.of());
  }

  /// A column of one of the files.
  record ColumnName(SourceFile file, String name) {}

  enum SourceFile {
    ORDERS("orders"),
    LINES("lines"),
    CUSTOMERS("customers"),
    PRODUCTS("products");

    private final String text;

    SourceFile(String text) {
      this.text = text;
    }

    /// As written in a mapping and as option of the command.
    String text() {
      return text;
    }
  }

  /// What rows are known by, and what they refer to others by.
  enum KeyColumn {
    ORDER_NUMBER("orders.number", SourceFile.ORDERS, true),
    ORDER_CUSTOMER("orders.customer", SourceFile.ORDERS, false),
    LINE_ORDER("lines.order", SourceFile.LINES, true),
    LINE_PRODUCT("lines.product", SourceFile.LINES, false),
    CUSTOMER_ID("customers.id", SourceFile.CUSTOMERS, false),
    PRODUCT_ID("products.id", SourceFile.PRODUCTS, false);

    private final String text;
    private final SourceFile file;
    private final boolean required;

    KeyColumn(String text, SourceFile file, boolean required) {
      this.text = text;
      this.file = file;
      this.required = required;
    }

    String text() {
      return text;
    }

    SourceFile file() {
      return file;
    }

    boolean required() {
      return required;
    }
  }

  /// What an order is made of. Those of a line come from the lines and products files, all others
  /// from the orders and customers files.
  enum OrderField {
    ORDERED_AT("order.orderedAt"),
    SHIPPED_ON("order.shippedOn"),
    CART_ORDER_NUMBER("order.cartOrderNumber"),
    CHANNEL("order.channel"),
    LOCALE("order.locale"),
    BILL_TO_NAME("order.billTo.name"),
    BILL_TO_POSTAL_CODE("order.billTo.postalCode"),
    BILL_TO_EMAIL("order.billTo.email"),
    BILL_TO_PHONE("order.billTo.phone"),
    SHIP_TO_NAME("order.shipTo.name"),
    LINE_SKU("line.sku"),
    LINE_NAME("line.name"),
    LINE_QUANTITY("line.quantity");

    private final String text;

    OrderField(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    boolean ofLine() {
      return text.startsWith("line.");
    }
  }
}
