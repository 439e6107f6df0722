package org.statusevents.adapters.rest;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bodies that are fine.
final class Bodies {
  private Bodies() {}

  /// An order of that many lines, four pieces each.
  static String order(int lines) {
    return """
    {"cartOrderNumber": "W-1", "orderedAt": "2026-03-01T10:00:00+01:00", "locale": "de-AT",
     "billTo": {"name": "Ada Besteller", "postalCode": "1010", "email": "ada@customer.example"},
     "shipTo": {"name": "Bea"}, "lines": [%s]}
    """
        .formatted(lines(lines));
  }

  static String lines(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(line ->
            "{\"line\": %d, \"sku\": \"SKU-%d\", \"name\": \"Article %d\", \"quantity\": 4}"
                .formatted(line, line, line))
        .collect(Collectors.joining(", "));
  }

  static String operation(String id, String order, String events) {
    return "{\"id\": \"%s\", \"order\": \"%s\", \"events\": [%s]}".formatted(id, order, events);
  }

  static String approval(String id, String order) {
    return operation(id, order, "{\"type\": \"ORDER_APPROVE\"}");
  }
}
