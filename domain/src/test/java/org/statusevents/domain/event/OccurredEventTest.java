package org.statusevents.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;

/// What an event may carry, and the bounds of events and operations.
class OccurredEventTest {
  private static final LineSelection ALL = new LineSelection.AllLines();
  private static final LineSelection NONE = new LineSelection.NoLines();
  private static final LineSelection SOME = LineSelection.lines(1);
  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
  private static final LabelText LABEL = new LabelText("Paid");
  private static final Parcel PARCEL = new Parcel("UPS", "1Z1", Optional.empty(), List.of());
  private static final OrderNumber NUMBER = new OrderNumber("1001");
  private static final NewLine LINE = new NewLine(1, "SKU-1", "Tea", 1);
  private static final OrderImport ORDER =
      new OrderImport(
          NUMBER,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          CustomerContact.UNKNOWN,
          List.of(LINE));

  record Fit(EventData data, Set<DataShape> shapes) {
    static Fit of(EventData data, DataShape... shapes) {
      Set<DataShape> fitting = EnumSet.noneOf(DataShape.class);
      Collections.addAll(fitting, shapes);
      return new Fit(data, fitting);
    }
  }

  static Stream<Fit> dataAndTheShapesItFits() {
    return Stream.of(
        Fit.of(new EventData.Nothing(), DataShape.NONE),
        Fit.of(new EventData.AffectedLines(SOME), DataShape.LINES, DataShape.OPTIONAL_LINES),
        Fit.of(new EventData.AffectedLines(ALL), DataShape.LINES, DataShape.OPTIONAL_LINES),
        Fit.of(new EventData.AffectedLines(NONE), DataShape.OPTIONAL_LINES),
        Fit.of(
            new EventData.OrderedFromSupplier(SOME, Optional.of("Acme"), Optional.empty()),
            DataShape.SUPPLIER_LINES),
        Fit.of(new EventData.OrderedFromSupplier(NONE, Optional.of("Acme"), Optional.empty())),
        Fit.of(new EventData.ExpectedShipDate(SOME, DATE), DataShape.EXPECTED_SHIP_DATE),
        Fit.of(new EventData.ExpectedShipDate(NONE, DATE)),
        Fit.of(new EventData.ActualShipDate(SOME, DATE), DataShape.ITEM_SHIP_DATE),
        Fit.of(
            new EventData.ActualShipDate(ALL, DATE),
            DataShape.ITEM_SHIP_DATE,
            DataShape.ORDER_SHIP_DATE),
        Fit.of(new EventData.ActualShipDate(NONE, DATE)),
        Fit.of(new EventData.LinesAdded(List.of(LINE)), DataShape.NEW_LINES),
        Fit.of(new EventData.LinesRevised(List.of()), DataShape.REVISION),
        Fit.of(alike(ALL), DataShape.REVISION),
        Fit.of(alike(NONE)),
        Fit.of(new EventData.ParcelAdded(PARCEL), DataShape.PARCEL),
        Fit.of(new EventData.ParcelEdited("1Z0", PARCEL), DataShape.PARCEL_CHANGE),
        Fit.of(
            new EventData.LineLabelsChosen(List.of(new EventData.ChosenLineLabel(1, LABEL))),
            DataShape.LINE_LABELS),
        Fit.of(new EventData.AllLineLabelsChosen(LABEL), DataShape.LINE_LABELS),
        Fit.of(new EventData.OrderLabelChosen(LABEL), DataShape.ORDER_LABEL),
        Fit.of(
            new EventData.MovedToNewOrder(SOME, Optional.of(ORDER)),
            DataShape.LINES_TO_NEW_ORDER,
            DataShape.OPTIONAL_LINES_TO_NEW_ORDER),
        Fit.of(
            new EventData.MovedToNewOrder(NONE, Optional.of(ORDER)),
            DataShape.OPTIONAL_LINES_TO_NEW_ORDER),
        Fit.of(new EventData.Imported(ORDER), DataShape.ORDER));
  }

  private static EventData alike(LineSelection lines) {
    return new EventData.LinesRevisedAlike(
        lines, Optional.of("SKU"), Optional.empty(), OptionalInt.empty());
  }

  @ParameterizedTest
  @MethodSource("dataAndTheShapesItFits")
  void dataFitsItsShapesAndNoOthers(Fit fit) {
    assertThat(Arrays.stream(DataShape.values()).filter(shape -> fit.data().fits(shape)))
        .containsExactlyInAnyOrderElementsOf(fit.shapes());
  }

  @Test
  void anEventWithDataOfAnotherKindIsRefused() {
    assertThatThrownBy(
            () -> OccurredEvent.of(StandardEvent.ORDER_APPROVE, new EventData.ParcelAdded(PARCEL)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ORDER_APPROVE carries ParcelAdded (expected: NONE)");
    assertThatThrownBy(() -> OccurredEvent.of(StandardEvent.ITEM_CANCEL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ORDER_APPROVE",
        "ORDER_CANCEL_BACK_ORDER",
        "ORDER_FORCE_BACKORDER",
        "ORDER_FILL_BACKORDER"
      })
  void anEventThatNeedsNoDataIsMadeWithoutAny(StandardEvent event) {
    assertThat(OccurredEvent.of(event).note()).isEqualTo(EventNote.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gift", "9GIFT", "_GIFT", "GIFT-WRAP", "GIFT WRAP", "ORDER_PACK"})
  void aStoresOwnKeyIsInCapitalsAndNotAStandardOne(String key) {
    assertThat(StoreEvent.problemWithKey(key)).isPresent();
    assertThatThrownBy(() -> new StoreEvent(key, "Gift", EventScope.ITEM, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(StoreEvent.problemWithKey("A" + "9".repeat(59))).isEmpty();
    assertThat(StoreEvent.problemWithKey("A" + "9".repeat(60))).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void aStoresOwnEventNamesLinesByItsScope(EventScope scope) {
    StoreEvent event = new StoreEvent("GIFT", "Gift", scope, "");

    assertThat(event.dataShape())
        .isEqualTo(scope == EventScope.ORDER ? DataShape.OPTIONAL_LINES : DataShape.LINES);
    assertThat(event.isManualChange()).isFalse();
  }

  @Test
  void aSelectionNamesAtLeastOneLineAndOneOfIt() {
    assertThatThrownBy(() -> new LineSelection.SomeLines(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LineSelection.LineQuantity.of(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(LineSelection.LineQuantity.of(1, 1).quantity()).hasValue(1);
    assertThat(LineSelection.LineQuantity.all(1).quantity()).isEmpty();
  }

  @Test
  void anOperationHoldsOneToFiftyEvents() {
    OccurredEvent event = OccurredEvent.of(StandardEvent.ORDER_APPROVE);

    assertThat(operation(Collections.nCopies(50, event)).events()).hasSize(50);
    assertThatThrownBy(() -> operation(Collections.nCopies(51, event)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> operation(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static Operation operation(List<OccurredEvent> events) {
    return new Operation(new OperationId("op-1"), "test", "greta", Instant.EPOCH, NUMBER, events);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\tb", "a\u007fb", "a\u0085b"})
  void anOperationsIdIsPrintableAndWithoutSpaces(String id) {
    assertThat(OperationId.problemWith(id)).isPresent();
    assertThatThrownBy(() -> new OperationId(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOperationsIdHasAtMost200CharactersAndIsNoImports() {
    assertThat(OperationId.problemWith("x".repeat(200))).isEmpty();
    assertThat(OperationId.problemWith("x".repeat(201))).isPresent();
    assertThat(OperationId.problemWith("import:1001")).isPresent();
    assertThat(OperationId.ofImport(NUMBER)).hasToString("import:1001");
  }
}
