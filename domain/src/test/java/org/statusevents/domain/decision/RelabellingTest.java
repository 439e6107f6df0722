package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.decision.Events.MONDAY;
import static org.statusevents.domain.decision.Events.add;
import static org.statusevents.domain.decision.Events.addTracking;
import static org.statusevents.domain.decision.Events.approve;
import static org.statusevents.domain.decision.Events.chooseAllLineLabels;
import static org.statusevents.domain.decision.Events.chooseLineLabel;
import static org.statusevents.domain.decision.Events.chooseOrderLabel;
import static org.statusevents.domain.decision.Events.imported;
import static org.statusevents.domain.decision.Events.on;
import static org.statusevents.domain.decision.Events.reviseQuantity;
import static org.statusevents.domain.decision.Events.shipOrder;
import static org.statusevents.domain.decision.Events.unapprove;
import static org.statusevents.domain.decision.Seen.labelOf;
import static org.statusevents.domain.decision.Seen.lineChange;
import static org.statusevents.domain.decision.Seen.lineLabelsOf;
import static org.statusevents.domain.decision.Seen.orderChange;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.EventTable;
import org.statusevents.domain.event.EventTable.Row;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.event.StoreEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.NewLine;

/// Which labels an event puts where (R10 to R20, and R14 as settled).
class RelabellingTest {

  static List<Row> allButImport() {
    return EventTable.rows().stream()
        .filter(row -> row.event() != StandardEvent.ORDER_IMPORT)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("allButImport")
  void eachStandardEventPutsItsDefaultLabelsWhereItsScopeSays(Row row) {
    Shop shop = Shop.prepared().defaults();
    boolean manual = row.event().isManualChange();
    String itemLabel = manual && row.scope() == EventScope.ITEM ? "Paid" : row.itemLabel();
    String orderLabel = manual && row.scope() == EventScope.ORDER ? "Paid" : row.orderLabel();

    OrderDecision decision = shop.fire(Events.sample(row.event()));

    List<String> expected = new ArrayList<>(List.of("-", "-", "-"));
    if (row.event() == StandardEvent.ITEM_ADD) {
      expected.add(itemLabel);
    } else if (row.scope() == EventScope.ORDER) {
      expected.replaceAll(_ -> itemLabel);
    } else {
      expected.set(1, itemLabel);
    }
    assertThat(lineLabelsOf(decision.after())).isEqualTo(expected);
    assertThat(labelOf(decision.after())).isEqualTo(orderLabel);
    assertThat(decision.applied()).extracting(AppliedEvent::sequence).containsExactly(4L);
    assertThat(decision.after().version()).isEqualTo(4);
    long changed = expected.stream().filter(label -> !label.equals("-")).count();
    assertThat(decision.applied().getFirst().changes())
        .hasSize((int) changed + (orderLabel.equals("-") ? 0 : 1));
  }

  @Test
  void theImportPutsTheFirstLabels() {
    OrderDecision decision = Shop.empty().defaults().fire(imported(Shop.IMPORT));

    assertThat(lineLabelsOf(decision.after())).containsExactly("Received", "Received", "Received");
    assertThat(labelOf(decision.after())).isEqualTo("Received");
    assertThat(decision.after().version()).isEqualTo(1);
    assertThat(decision.before()).isEmpty();
    assertThat(decision.created()).contains(Shop.IMPORT);
  }

  @ParameterizedTest
  @MethodSource("allButImport")
  void withStatusUpdatesOffNoEventPutsALabel(Row row) {
    Shop shop = Shop.prepared().defaults().statusUpdatesOff();

    OrderDecision decision = shop.fire(Events.sample(row.event()));

    assertThat(decision.applied().getFirst().changes()).isEmpty();
    assertThat(lineLabelsOf(decision.after())).containsOnly("-");
    assertThat(labelOf(decision.after())).isEqualTo("-");
  }

  @Test
  void anEmptyColumnLeavesThatLabelAsItIs() {
    Shop shop =
        Shop.withOrder()
            .rule(StandardEvent.ORDER_APPROVE, "Item Approved", "Approved", false)
            .rule(StandardEvent.ORDER_UNAPPROVE, "-", "On Hold", false)
            .rule(StandardEvent.ORDER_PACK, "Item Packed", "-", false);

    assertThat(lineLabelsOf(shop.fire(approve(), unapprove()).after()))
        .containsOnly("Item Approved");
    assertThat(labelOf(shop.fire(OccurredEvent.of(StandardEvent.ORDER_PACK)).after()))
        .isEqualTo("On Hold");
  }

  @Test
  void theLastEventOfAnOperationWinsAndEachSeesTheLabelsBeforeIt() {
    Shop shop = Shop.empty().defaults();

    OrderDecision decision =
        shop.fire(
            imported(Shop.IMPORT),
            approve(),
            OccurredEvent.of(StandardEvent.ORDER_PAYMENT_RECEIVED),
            shipOrder(MONDAY));

    assertThat(labelOf(decision.after())).isEqualTo("Order Shipped");
    assertThat(decision.applied())
        .extracting(AppliedEvent::sequence)
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(decision.applied().get(1).changes())
        .containsExactly(orderChange("Received", "Approved"));
    assertThat(decision.applied().get(2).changes())
        .containsExactly(orderChange("Approved", "Paid"));
    assertThat(decision.applied().get(3).changes())
        .containsExactly(
            lineChange(1, "Received", "Item Shipped"),
            lineChange(2, "Received", "Item Shipped"),
            lineChange(3, "Received", "Item Shipped"),
            orderChange("Paid", "Order Shipped"));
  }

  @Test
  void labelsThatDifferInCaseOnlyAreDifferent() {
    Shop shop = Shop.withOrder().rule(StandardEvent.ORDER_APPROVE, "-", "Approved", false);
    shop.fire(approve());
    shop.change(
        new ConfigurationChange.RenameLabel(new LabelText("Approved"), new LabelText("APPROVED")));

    assertThat(shop.fire(approve()).applied().getFirst().changes())
        .containsExactly(orderChange("Approved", "APPROVED"));
  }

  @Test
  void aPersonMayLabelOneLineOrAll() {
    Shop shop = Shop.withOrder().label("A").label("B");

    assertThat(lineLabelsOf(shop.fire(chooseAllLineLabels("A")).after())).containsOnly("A");
    assertThat(lineLabelsOf(shop.fire(chooseLineLabel(3, "B")).after()))
        .containsExactly("A", "A", "B");
    assertThat(labelOf(shop.order())).isEqualTo("-");
  }

  @Test
  void aPersonsChoiceForTheOrderLeavesTheLinesAlone() {
    Shop shop = Shop.withOrder().label("A");

    OrderDecision decision = shop.fire(chooseOrderLabel("A"));

    assertThat(labelOf(decision.after())).isEqualTo("A");
    assertThat(lineLabelsOf(decision.after())).containsOnly("-");
  }

  /// Line 1 cancelled and line 2 returned, each in full.
  private static Shop withClosedLines() {
    Shop shop = Shop.withOrder().defaults();
    shop.fire(on(StandardEvent.ITEM_CANCEL, 1), on(StandardEvent.ITEM_RETURN, 2));
    return shop;
  }

  @Test
  void closedLinesKeepTheirLabelUnderAnOrderScopedEvent() {
    assertThat(lineLabelsOf(withClosedLines().fire(shipOrder(MONDAY)).after()))
        .containsExactly("Item Canceled", "Item Returned", "Item Shipped");
  }

  @Test
  void aLineMovedToANewOrderIsClosedToo() {
    Shop shop = Shop.withOrder().defaults();
    shop.fire(
        Events.move(StandardEvent.ITEM_FILL_BACKORDER, LineSelection.lines(2), Shop.NEW_ORDER));

    assertThat(lineLabelsOf(shop.fire(shipOrder(MONDAY)).after()))
        .containsExactly("Item Shipped", "Item Backorder Filled", "Item Shipped");
  }

  @Test
  void theSettingLetsOrderScopedEventsRelabelClosedLinesToo() {
    assertThat(
            lineLabelsOf(
                withClosedLines().relabellingClosedLines().fire(shipOrder(MONDAY)).after()))
        .containsOnly("Item Shipped");
  }

  @ParameterizedTest
  @EnumSource(names = {"ORDER_CANCEL", "ORDER_UNCANCEL"})
  void cancellingAndUncancellingTheOrderRelabelClosedLines(StandardEvent event) {
    Shop shop = withClosedLines().rule(event, "All Lines", "-", false);

    assertThat(lineLabelsOf(shop.fire(OccurredEvent.of(event)).after())).containsOnly("All Lines");
  }

  @Test
  void theEventThatClosesALineStillLabelsIt() {
    Shop shop =
        Shop.withOrder().rule(StandardEvent.ORDER_CANCEL_BACK_ORDER, "Not Supplied", "-", false);

    OrderDecision decision = shop.fire(on(StandardEvent.ORDER_CANCEL_BACK_ORDER, 2));

    assertThat(decision.after().line(2).orElseThrow().quantities().closed()).isTrue();
    assertThat(lineLabelsOf(decision.after())).containsOnly("Not Supplied");
  }

  @Test
  void anItemScopedEventLabelsAClosedLineThatItNames() {
    Shop shop = withClosedLines().rule(StandardEvent.ITEM_REVISE, "Revised", "-", false);

    assertThat(lineLabelsOf(shop.fire(reviseQuantity(1, 2)).after()))
        .containsExactly("Revised", "Item Returned", "-");
  }

  @Test
  void linesThatAnEventAddsAreLabelledAndTheOthersAreNot() {
    Shop shop = Shop.withOrder().defaults();

    OrderDecision decision =
        shop.fire(add(new NewLine(8, "SKU-8", "Milk", 1), new NewLine(5, "SKU-5", "Rice", 1)));

    assertThat(lineLabelsOf(decision.after()))
        .containsExactly("-", "-", "-", "Item Added", "Item Added");
  }

  @Test
  void aStoresOwnEventActsByItsScope() {
    StoreEvent gift = new StoreEvent("GIFT_WRAPPED", "Gift Wrapped", EventScope.ITEM, "");
    StoreEvent audit = new StoreEvent("AUDITED", "Audited", EventScope.ORDER, "");
    Shop shop =
        Shop.payload()
            .change(new ConfigurationChange.SetStoreEvent(gift))
            .change(new ConfigurationChange.SetStoreEvent(audit))
            .rule(gift, "Wrapped", "Partly Wrapped", true)
            .rule(audit, "Seen", "Seen", true);

    OrderDecision wrapped =
        shop.fire(OccurredEvent.of(gift, new EventData.AffectedLines(LineSelection.lines(1, 3))));

    assertThat(lineLabelsOf(wrapped.after())).containsExactly("Wrapped", "-", "Wrapped");
    assertThat(labelOf(wrapped.after())).isEqualTo("Partly Wrapped");
    assertThat(lineLabelsOf(shop.fire(OccurredEvent.of(audit)).after())).containsOnly("Seen");
  }

  @Test
  void aTrackingNumberLeavesTheLinesAloneWhereItsRowHasNoItemLabel() {
    assertThat(lineLabelsOf(Shop.withOrder().defaults().fire(addTracking("1Z1")).after()))
        .containsOnly("-");
  }
}
