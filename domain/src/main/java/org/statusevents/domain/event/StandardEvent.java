package org.statusevents.domain.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The 30 standard events (section 8 of the rules), fixed in code (R1).
public enum StandardEvent implements EventType {
  DROP_SHIP_CANCELED(
      "Drop Ship Canceled",
      EventScope.DROP_SHIP,
      DataShape.LINES,
      "A drop-ship order is called off."),
  DROP_SHIP_ORDERED(
      "Drop Ship Ordered",
      EventScope.DROP_SHIP,
      DataShape.SUPPLIER_LINES,
      "A drop-ship order is placed with a supplier."),
  ITEM_ADD("Item Add", EventScope.ITEM, DataShape.NEW_LINES, "A line is added to the order."),
  ITEM_CANCEL(
      "Item Cancel", EventScope.ITEM, DataShape.LINES, "A line is cancelled, in full or in part."),
  ITEM_CHANGE_STATUS(
      "Item Change Status",
      EventScope.ITEM,
      DataShape.LINE_LABELS,
      "A person sets the label of one or all lines; the event supplies none itself."),
  ITEM_EXCHANGE(
      "Item Exchange",
      EventScope.ITEM,
      DataShape.LINES_TO_NEW_ORDER,
      "A line is exchanged for another product, which may make a new order."),
  ITEM_FILL_BACKORDER(
      "Item Fill Backorder",
      EventScope.ITEM,
      DataShape.LINES_TO_NEW_ORDER,
      "A line's backorder is filled, which may make a new order."),
  ITEM_RETURN(
      "Item Return", EventScope.ITEM, DataShape.LINES, "A line is returned, in full or in part."),
  ITEM_REVISE("Item Revise", EventScope.ITEM, DataShape.REVISION, "A line is edited."),
  ITEM_SET_EXPECTED_SHIP_DATE(
      "Item Set Expected Ship Date",
      EventScope.ITEM,
      DataShape.EXPECTED_SHIP_DATE,
      "The date is set on which lines should ship; carts see it only if this event has a label."),
  ITEM_SET_ACTUAL_SHIP_DATE(
      "Item Set Actual Ship Date",
      EventScope.ITEM,
      DataShape.ITEM_SHIP_DATE,
      "Some lines shipped on a date."),
  ITEM_UNRETURN("Item Unreturn", EventScope.ITEM, DataShape.LINES, "A return is reversed."),
  ITEM_FORCE_BACKORDER(
      "Item Force Backorder", EventScope.ITEM, DataShape.LINES, "A line is forced on backorder."),
  ORDER_ADD_TRACKING_NUMBER(
      "Order Add Tracking Number",
      EventScope.ORDER,
      DataShape.PARCEL,
      "A parcel of the order got a tracking number."),
  ORDER_APPROVE(
      "Order Approve",
      EventScope.ORDER,
      DataShape.NONE,
      "The order is approved, by hand or by rule."),
  ORDER_CANCEL("Order Cancel", EventScope.ORDER, DataShape.NONE, "The whole order is cancelled."),
  ORDER_CANCEL_BACK_ORDER(
      "Order Cancel Back Order",
      EventScope.ORDER,
      DataShape.OPTIONAL_LINES,
      "A backorder is cancelled; the named lines will not be supplied any more."),
  ORDER_CHANGE_STATUS(
      "Order Change Status",
      EventScope.ORDER,
      DataShape.ORDER_LABEL,
      "A person sets the label of the order; the event supplies none itself."),
  ORDER_CREDIT_ISSUED(
      "Order Credit Issued",
      EventScope.ORDER,
      DataShape.NONE,
      "A credit is logged or transmitted."),
  ORDER_EDIT_TRACKING_NUMBER(
      "Order Edit Tracking Number",
      EventScope.ORDER,
      DataShape.PARCEL_CHANGE,
      "A tracking number is replaced by another."),
  ORDER_FORCE_BACKORDER(
      "Order Force Backorder",
      EventScope.ORDER,
      DataShape.OPTIONAL_LINES,
      "A line of the order is forced on backorder."),
  ORDER_FILL_BACKORDER(
      "Order Fill Backorder",
      EventScope.ORDER,
      DataShape.OPTIONAL_LINES_TO_NEW_ORDER,
      "A backorder of the order is filled, which may make a new order."),
  ORDER_IMPORT(
      "Order Import",
      EventScope.ORDER,
      DataShape.ORDER,
      "The order comes in from a cart, a file or by hand; its first event."),
  ORDER_PACK(
      "Order Pack", EventScope.ORDER, DataShape.NONE, "The order is closed after packing a box."),
  ORDER_PAYMENT_EDIT(
      "Order Payment Edit", EventScope.ORDER, DataShape.NONE, "Payment information is changed."),
  ORDER_PAYMENT_RECEIVED(
      "Order Payment Received",
      EventScope.ORDER,
      DataShape.NONE,
      "A payment is logged, or a capture or sale is sent."),
  ORDER_PAYMENT_VOID(
      "Order Payment Void", EventScope.ORDER, DataShape.NONE, "A void is transmitted."),
  ORDER_SET_ACTUAL_SHIP_DATE(
      "Order Set Actual Ship Date",
      EventScope.ORDER,
      DataShape.ORDER_SHIP_DATE,
      "All lines of the order shipped on a date."),
  ORDER_UNAPPROVE("Order Unapprove", EventScope.ORDER, DataShape.NONE, "Approval is withdrawn."),
  ORDER_UNCANCEL(
      "Order Uncancel",
      EventScope.ORDER,
      DataShape.NONE,
      "The cancellation of the order is withdrawn.");

  private static final Map<String, StandardEvent> BY_KEY = new HashMap<>();

  static {
    for (StandardEvent event : values()) {
      BY_KEY.put(event.key(), event);
    }
  }

  private final String displayName;
  private final EventScope scope;
  private final DataShape dataShape;
  private final String description;

  StandardEvent(String displayName, EventScope scope, DataShape dataShape, String description) {
    this.displayName = displayName;
    this.scope = scope;
    this.dataShape = dataShape;
    this.description = description;
  }

  public static Optional<StandardEvent> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  @Override
  public String key() {
    return name();
  }

  @Override
  public String displayName() {
    return displayName;
  }

  @Override
  public EventScope scope() {
    return scope;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public DataShape dataShape() {
    return dataShape;
  }
}
