package org.statusevents.domain.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.label.StatusLabels;
import org.statusevents.domain.rule.RuleTable;
import org.statusevents.domain.rule.StatusRule;

/// The labels and the table that a store may start from: the last column of section 8 of the rules.
/// Rows with labels notify, since merchants who load them want their carts told.
public final class DefaultConfiguration {
  public static final List<StatusLabel> LABELS =
      List.of(
          label("Received", LabelKind.RECEIVED, "#5b7a99"),
          label("Approved", LabelKind.IN_PROGRESS, "#2f6fb5"),
          label("Paid", LabelKind.PAID, "#2b8a6e"),
          label("On Hold", LabelKind.ON_HOLD, "#c77d0a"),
          label("Packed", LabelKind.IN_PROGRESS, "#2f6fb5"),
          label("Item Shipped", LabelKind.SHIPPED, "#2e8540"),
          label("Shipped", LabelKind.SHIPPED, "#2e8540"),
          label("Order Shipped", LabelKind.SHIPPED, "#2e8540"),
          label("Tracking Updated", LabelKind.SHIPPED, "#2e8540"),
          label("Item Backordered", LabelKind.BACKORDERED, "#b35900"),
          label("Some Items Backordered", LabelKind.BACKORDERED, "#b35900"),
          label("Item Backorder Filled", LabelKind.IN_PROGRESS, "#2f6fb5"),
          label("Backorder Filled", LabelKind.IN_PROGRESS, "#2f6fb5"),
          label("Backorder Canceled", LabelKind.CANCELLED, "#8a1f2d"),
          label("Item Added", LabelKind.IN_PROGRESS, "#2f6fb5"),
          label("Item Ship Date Expected", LabelKind.IN_PROGRESS, "#2f6fb5"),
          label("Item Exchanged", LabelKind.RETURNED, "#6b4c9a"),
          label("Item Returned", LabelKind.RETURNED, "#6b4c9a"),
          label("Item Return Reversed", LabelKind.OTHER, "#808080"),
          label("Drop Shipped by Supplier", LabelKind.IN_PROGRESS, "#2f6fb5"),
          label("Drop Ship Canceled", LabelKind.CANCELLED, "#8a1f2d"),
          label("Item Canceled", LabelKind.CANCELLED, "#8a1f2d"),
          label("Order Canceled", LabelKind.CANCELLED, "#8a1f2d"),
          label("Credit Issued", LabelKind.OTHER, "#808080"),
          label("Payment Voided", LabelKind.OTHER, "#808080"));

  public static final List<StatusRule> RULES =
      List.of(
          rule(StandardEvent.DROP_SHIP_CANCELED, "Drop Ship Canceled", ""),
          rule(StandardEvent.DROP_SHIP_ORDERED, "Drop Shipped by Supplier", ""),
          rule(StandardEvent.ITEM_ADD, "Item Added", ""),
          rule(StandardEvent.ITEM_CANCEL, "Item Canceled", ""),
          rule(StandardEvent.ITEM_EXCHANGE, "Item Exchanged", ""),
          rule(StandardEvent.ITEM_FILL_BACKORDER, "Item Backorder Filled", ""),
          rule(StandardEvent.ITEM_RETURN, "Item Returned", ""),
          rule(StandardEvent.ITEM_SET_EXPECTED_SHIP_DATE, "Item Ship Date Expected", ""),
          rule(StandardEvent.ITEM_SET_ACTUAL_SHIP_DATE, "Item Shipped", ""),
          rule(StandardEvent.ITEM_UNRETURN, "Item Return Reversed", ""),
          rule(StandardEvent.ITEM_FORCE_BACKORDER, "Item Backordered", "Some Items Backordered"),
          rule(StandardEvent.ORDER_ADD_TRACKING_NUMBER, "", "Shipped"),
          rule(StandardEvent.ORDER_APPROVE, "", "Approved"),
          rule(StandardEvent.ORDER_CANCEL, "Item Canceled", "Order Canceled"),
          rule(StandardEvent.ORDER_CANCEL_BACK_ORDER, "", "Backorder Canceled"),
          rule(StandardEvent.ORDER_CREDIT_ISSUED, "", "Credit Issued"),
          rule(StandardEvent.ORDER_EDIT_TRACKING_NUMBER, "", "Tracking Updated"),
          rule(StandardEvent.ORDER_FORCE_BACKORDER, "", "Some Items Backordered"),
          rule(StandardEvent.ORDER_FILL_BACKORDER, "", "Backorder Filled"),
          rule(StandardEvent.ORDER_IMPORT, "Received", "Received"),
          rule(StandardEvent.ORDER_PACK, "", "Packed"),
          rule(StandardEvent.ORDER_PAYMENT_RECEIVED, "", "Paid"),
          rule(StandardEvent.ORDER_PAYMENT_VOID, "", "Payment Voided"),
          rule(StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE, "Item Shipped", "Order Shipped"),
          rule(StandardEvent.ORDER_UNAPPROVE, "", "On Hold"),
          rule(StandardEvent.ORDER_UNCANCEL, "", "Received"),
          new StatusRule(
              StandardEvent.ITEM_CHANGE_STATUS, Optional.empty(), Optional.empty(), true),
          new StatusRule(
              StandardEvent.ORDER_CHANGE_STATUS, Optional.empty(), Optional.empty(), true));

  private DefaultConfiguration() {}

  /// The version after `current` with the defaults in it. Without `overwrite` a label that is there
  /// and a row that has labels stay as they are, and a row whose default label the store archived
  /// stays empty (R8). A default label whose text differs in case only is taken as the store has
  /// it.
  static StoreConfiguration loadInto(StoreConfiguration current, boolean overwrite) {
    StatusLabels labels = current.labels();
    Map<LabelText, LabelText> asStored = new HashMap<>();
    for (StatusLabel label : LABELS) {
      Optional<StatusLabel> twin = labels.findIgnoringCase(label.text());
      LabelText text = twin.map(StatusLabel::text).orElse(label.text());
      if (twin.isEmpty() || overwrite) {
        labels = labels.with(label.withText(text));
      }
      asStored.put(label.text(), text);
    }
    Map<EventType, StatusRule> rows = new HashMap<>(current.rules().rows());
    for (StatusRule standard : RULES) {
      StatusRule rule =
          new StatusRule(
              standard.event(),
              standard.itemLabel().map(asStored::get),
              standard.orderLabel().map(asStored::get),
              standard.notifies());
      if (overwrite || (isUnset(rows, rule) && canBeChosen(labels, rule))) {
        rows.put(rule.event(), rule);
      }
    }
    RuleTable rules =
        rows.equals(current.rules().rows())
            ? current.rules()
            : new RuleTable(current.version() + 1, rows);
    return current.next(
        current.settings(), labels, current.storeEvents(), rules, current.channels());
  }

  private static boolean isUnset(Map<EventType, StatusRule> rows, StatusRule rule) {
    StatusRule row = rows.get(rule.event());
    return row == null || (rule.hasLabels() && !row.hasLabels());
  }

  private static boolean canBeChosen(StatusLabels labels, StatusRule rule) {
    return rule.itemLabel().filter(label -> !labels.canBeChosen(label)).isEmpty()
        && rule.orderLabel().filter(label -> !labels.canBeChosen(label)).isEmpty();
  }

  private static StatusLabel label(String text, LabelKind kind, String color) {
    return new StatusLabel(new LabelText(text), kind, color, Map.of(), false, false);
  }

  private static StatusRule rule(StandardEvent event, String itemLabel, String orderLabel) {
    return new StatusRule(event, optional(itemLabel), optional(orderLabel), true);
  }

  private static Optional<LabelText> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new LabelText(text));
  }
}
