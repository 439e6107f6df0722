package org.statusevents.domain.event;

/// The shape of the data that an event carries (section 8 of the rules), one per [EventData] form
/// and requiredness. Reason and reference are welcome with every shape.
public enum DataShape {
  /// Nothing.
  NONE,
  /// Named lines, each with an optional quantity.
  LINES,
  /// Named lines, supplier and purchase order number.
  SUPPLIER_LINES,
  /// Lines may be named.
  OPTIONAL_LINES,
  /// Named lines and a date.
  EXPECTED_SHIP_DATE,
  /// Named lines with quantities shipped, and a date.
  ITEM_SHIP_DATE,
  /// A date for all lines.
  ORDER_SHIP_DATE,
  /// Lines to add.
  NEW_LINES,
  /// Lines with the fields that changed.
  REVISION,
  /// Carrier, tracking number, ship date, lines in the parcel.
  PARCEL,
  /// The tracking number to replace, and what [#PARCEL] has.
  PARCEL_CHANGE,
  /// Lines with a label each, or all lines with one.
  LINE_LABELS,
  /// A label for the order.
  ORDER_LABEL,
  /// Named lines, and the new order if one arises.
  LINES_TO_NEW_ORDER,
  /// Lines may be named, and the new order if one arises.
  OPTIONAL_LINES_TO_NEW_ORDER,
  /// The order itself.
  ORDER
}
