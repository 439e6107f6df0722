package org.statusevents.bootstrap.importing;

import java.util.ArrayList;
import java.util.List;
import org.statusevents.bootstrap.importing.CsvOrder.CsvLine;
import org.statusevents.bootstrap.importing.CsvRow.Place;

/// An order that gathers its lines.
final class OrderDraft {
  private final CsvOrder head;
  private final List<CsvLine> lines = new ArrayList<>();
  private int rows;

  /// `head` is the order without lines.
  OrderDraft(CsvOrder head) {
    this.head = head;
  }

  String number() {
    return head.number();
  }

  Place place() {
    return head.place();
  }

  List<CsvLine> lines() {
    return lines;
  }

  int nextLine() {
    return ++rows;
  }

  void add(CsvLine line) {
    lines.add(line);
  }

  CsvOrder order() {
    return new CsvOrder(
        head.place(),
        head.number(),
        head.orderedAt(),
        head.shippedOn(),
        head.shippedAt(),
        head.texts(),
        lines);
  }
}
