package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.decision.Events.MONDAY;
import static org.statusevents.domain.decision.Events.TUESDAY;
import static org.statusevents.domain.decision.Events.add;
import static org.statusevents.domain.decision.Events.addTracking;
import static org.statusevents.domain.decision.Events.approve;
import static org.statusevents.domain.decision.Events.expect;
import static org.statusevents.domain.decision.Events.imported;
import static org.statusevents.domain.decision.Events.on;
import static org.statusevents.domain.decision.Events.ship;
import static org.statusevents.domain.decision.Events.some;
import static org.statusevents.domain.decision.Events.unapprove;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.domain.decision.UpdateContent.LineContent;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.Parcel;

/// What an update says (R34 to R36).
class UpdateContentTest {
  private static final LabelText APPROVED = new LabelText("Approved");
  private static final LabelText ITEM_SHIPPED = new LabelText("Item Shipped");

  private static UpdateContent contentOf(OrderDecision decision) {
    return decision.content().orElseThrow();
  }

  @Test
  void anUpdateSaysTheOrderItsLinesAndItsParcelsAsTheyStandAfterTheLastEvent() {
    Shop shop = Shop.payload().defaults();
    shop.fire(approve());

    UpdateContent content =
        contentOf(
            shop.fire(
                ship(MONDAY, some(LineQuantity.of(2, 3))),
                on(StandardEvent.ITEM_CANCEL, some(LineQuantity.of(1, 1))),
                addTracking("1Z1")));

    assertThat(content)
        .isEqualTo(
            new UpdateContent(
                Shop.NUMBER,
                Optional.of("W-5001"),
                4,
                Optional.of(new LabelText("Shipped")),
                Optional.of(APPROVED),
                List.of(
                    line(1, "SKU-1", "Tea", Optional.of(new LabelText("Item Canceled")), 2, 0, 1),
                    new LineContent(
                        2,
                        "SKU-2",
                        "Honey",
                        Optional.of(ITEM_SHIPPED),
                        Optional.empty(),
                        4,
                        3,
                        1,
                        Optional.empty(),
                        Optional.of(MONDAY)),
                    line(3, "SKU-3", "Bread", Optional.empty(), 1, 0, 1)),
                List.of(new Parcel("UPS", "1Z1", Optional.of(MONDAY), List.of())),
                List.of("ITEM_SET_ACTUAL_SHIP_DATE", "ITEM_CANCEL", "ORDER_ADD_TRACKING_NUMBER")));
  }

  private static LineContent line(
      int number,
      String sku,
      String name,
      Optional<LabelText> label,
      int ordered,
      int shipped,
      int needed) {
    return new LineContent(
        number,
        sku,
        name,
        label,
        Optional.empty(),
        ordered,
        shipped,
        needed,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void thePreviousLabelsAreThoseBeforeTheOperation() {
    Shop shop =
        Shop.payload()
            .rule(StandardEvent.ORDER_APPROVE, "Item Approved", "Approved", true)
            .rule(StandardEvent.ORDER_UNAPPROVE, "Item Held", "On Hold", true)
            .rule(StandardEvent.ORDER_PACK, "Item Packed", "Packed", true);
    shop.fire(approve());

    UpdateContent content =
        contentOf(shop.fire(unapprove(), add(new NewLine(4, "SKU-4", "Jam", 1)), approve()));

    assertThat(content.previousOrderLabel()).contains(APPROVED);
    assertThat(content.lines())
        .extracting(LineContent::previousLabel)
        .containsExactly(
            Optional.of(new LabelText("Item Approved")),
            Optional.of(new LabelText("Item Approved")),
            Optional.of(new LabelText("Item Approved")),
            Optional.empty());
  }

  @Test
  void anOrderThatHasJustComeInHasNoPreviousLabels() {
    UpdateContent content =
        contentOf(Shop.empty().channel("web").defaults().fire(imported(Shop.IMPORT), approve()));

    assertThat(content.previousOrderLabel()).isEmpty();
    assertThat(content.orderLabel()).contains(APPROVED);
    assertThat(content.lines())
        .extracting(LineContent::previousLabel)
        .containsOnly(Optional.empty());
    assertThat(content.sequence()).isEqualTo(2);
  }

  private static List<Optional<LocalDate>> expectedDates(String itemLabel, String orderLabel) {
    Shop shop =
        Shop.payload()
            .rule(StandardEvent.ITEM_SET_EXPECTED_SHIP_DATE, itemLabel, orderLabel, false)
            .rule(StandardEvent.ORDER_APPROVE, "-", "Approved", true);
    shop.fire(expect(TUESDAY, 2));
    return contentOf(shop.fire(approve())).lines().stream()
        .map(LineContent::expectedShipDate)
        .toList();
  }

  @Test
  void theExpectedDateIsSaidWhereEitherColumnOfItsEventHasALabel() {
    List<Optional<LocalDate>> said =
        List.of(Optional.empty(), Optional.of(TUESDAY), Optional.empty());

    assertThat(expectedDates("Dated", "-")).isEqualTo(said);
    assertThat(expectedDates("-", "Dated")).isEqualTo(said);
    assertThat(expectedDates("-", "-")).containsOnly(Optional.empty());
  }

  @Test
  void noUpdateNamesThePerson() {
    OrderDecision decision =
        Shop.empty().channel("web").defaults().fire(imported(Shop.IMPORT), addTracking("1Z1"));

    assertThat(contentOf(decision).toString())
        .contains("1001")
        .doesNotContain("Greta", "Hans", "10115", "example.org", "1234", "CustomerContact");
  }

  @Test
  void theTextOfADecisionWithholdsThePerson() {
    assertThat(Shop.empty().decide(imported(Shop.IMPORT)).toString())
        .contains("1001")
        .doesNotContain("Greta", "Hans", "10115", "example.org", "1234");
  }

  @Test
  void aResendByHandSaysTheOrderAsItStands() {
    Shop shop = Shop.payload().defaults();
    OrderDecision sent = shop.fire(addTracking("1Z1"));

    UpdateContent current = UpdateContents.current(shop.order(), shop.configuration());

    assertThat(current.events()).isEmpty();
    assertThat(current.sequence()).isEqualTo(1);
    assertThat(current.orderLabel()).isEqualTo(contentOf(sent).orderLabel());
    assertThat(current.previousOrderLabel()).isEqualTo(current.orderLabel());
    assertThat(current.parcels()).isEqualTo(contentOf(sent).parcels());
    assertThat(UpdateContents.facts(shop.order(), shop.configuration())).isEqualTo(sent.facts());
  }

  @Test
  void anOrderWithoutParcelsAndDatesHasNoFactsToTell() {
    assertThat(UpdateContents.facts(Shop.payload().order(), Shop.payload().configuration()))
        .isZero();
  }
}
