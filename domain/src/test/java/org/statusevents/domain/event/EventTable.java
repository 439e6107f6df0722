package org.statusevents.domain.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Section 8 of the rules, copied by hand from its table: name, scope, default item label, default
/// order label.
public final class EventTable {
  private static final String TEXT =
      """
      Drop Ship Canceled          | DROP_SHIP | Drop Ship Canceled       | -
      Drop Ship Ordered           | DROP_SHIP | Drop Shipped by Supplier | -
      Item Add                    | ITEM      | Item Added               | -
      Item Cancel                 | ITEM      | Item Canceled            | -
      Item Change Status          | ITEM      | -                        | -
      Item Exchange               | ITEM      | Item Exchanged           | -
      Item Fill Backorder         | ITEM      | Item Backorder Filled    | -
      Item Return                 | ITEM      | Item Returned            | -
      Item Revise                 | ITEM      | -                        | -
      Item Set Expected Ship Date | ITEM      | Item Ship Date Expected  | -
      Item Set Actual Ship Date   | ITEM      | Item Shipped             | -
      Item Unreturn               | ITEM      | Item Return Reversed     | -
      Item Force Backorder        | ITEM      | Item Backordered         | Some Items Backordered
      Order Add Tracking Number   | ORDER     | -                        | Shipped
      Order Approve               | ORDER     | -                        | Approved
      Order Cancel                | ORDER     | Item Canceled            | Order Canceled
      Order Cancel Back Order     | ORDER     | -                        | Backorder Canceled
      Order Change Status         | ORDER     | -                        | -
      Order Credit Issued         | ORDER     | -                        | Credit Issued
      Order Edit Tracking Number  | ORDER     | -                        | Tracking Updated
      Order Force Backorder       | ORDER     | -                        | Some Items Backordered
      Order Fill Backorder        | ORDER     | -                        | Backorder Filled
      Order Import                | ORDER     | Received                 | Received
      Order Pack                  | ORDER     | -                        | Packed
      Order Payment Edit          | ORDER     | -                        | -
      Order Payment Received      | ORDER     | -                        | Paid
      Order Payment Void          | ORDER     | -                        | Payment Voided
      Order Set Actual Ship Date  | ORDER     | Item Shipped             | Order Shipped
      Order Unapprove             | ORDER     | -                        | On Hold
      Order Uncancel              | ORDER     | -                        | Received
      """;

  private EventTable() {}

  /// The 30 rows.
  public static List<Row> rows() {
    return TEXT.lines().map(Row::from).toList();
  }

  /// A row; a label that is none is `-`.
  public record Row(String name, EventScope scope, String itemLabel, String orderLabel) {
    static Row from(String line) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      return new Row(cells.get(0), EventScope.valueOf(cells.get(1)), cells.get(2), cells.get(3));
    }

    /// "The key is the name in capitals with underscores."
    public String key() {
      return name.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    public StandardEvent event() {
      return StandardEvent.valueOf(key());
    }

    @Override
    public String toString() {
      return key();
    }
  }
}
