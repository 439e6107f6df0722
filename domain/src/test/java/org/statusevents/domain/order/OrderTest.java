package org.statusevents.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Parcel.ParcelLine;

class OrderTest {
  private static final Line LINE = Line.of(new NewLine(1, "SKU-1", "Tea", 2));
  private static final Order ORDER =
      new Order(
          new OrderNumber("1001"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          List.of(LINE),
          List.of());
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @Test
  void twoLinesOfOneNumberAndANegativeVersionAreRefused() {
    assertThatThrownBy(() -> ORDER.withLines(List.of(LINE, LINE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ORDER.withVersion(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLabelLeavesTheFactsAloneAndAFactTheLabel() {
    Line labelled = LINE.withLabel(new LabelText("Paid"));

    assertThat(labelled.quantities()).isEqualTo(LINE.quantities());
    assertThat(labelled.withQuantities(LINE.quantities().ship(1)).label())
        .contains(new LabelText("Paid"));
    assertThat(labelled.withActualShipDate(MONDAY).label()).contains(new LabelText("Paid"));
    assertThat(labelled.withExpectedShipDate(MONDAY).actualShipDate()).isEmpty();
    assertThat(labelled.withNames("SKU-2", "Honey").label()).contains(new LabelText("Paid"));
  }

  @Test
  void aParcelKeepsWhatALaterWordDoesNotSay() {
    Parcel known = new Parcel("UPS", "1Z1", Optional.of(MONDAY), List.of(new ParcelLine(1, 2)));

    assertThat(known.updatedBy(new Parcel("FedEx", "77", Optional.empty(), List.of())))
        .isEqualTo(new Parcel("FedEx", "77", Optional.of(MONDAY), List.of(new ParcelLine(1, 2))));
    assertThat(
            known.updatedBy(
                new Parcel(
                    "UPS", "1Z1", Optional.of(MONDAY.plusDays(1)), List.of(new ParcelLine(1, 1)))))
        .isEqualTo(
            new Parcel(
                "UPS", "1Z1", Optional.of(MONDAY.plusDays(1)), List.of(new ParcelLine(1, 1))));
  }
}
