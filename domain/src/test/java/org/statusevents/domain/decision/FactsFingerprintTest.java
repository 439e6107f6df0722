package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.decision.Events.MONDAY;
import static org.statusevents.domain.decision.Events.TUESDAY;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.order.Parcel.ParcelLine;

class FactsFingerprintTest {
  private static final Order BARE = Order.from(Shop.IMPORT);

  private static Order with(Parcel... parcels) {
    return BARE.withParcels(List.of(parcels));
  }

  private static Parcel parcel(String carrier, String number) {
    return new Parcel(carrier, number, Optional.empty(), List.of());
  }

  private static Order line2(boolean actual) {
    return BARE.mapLines(line ->
        line.number() != 2
            ? line
            : actual ? line.withActualShipDate(MONDAY) : line.withExpectedShipDate(MONDAY));
  }

  @Test
  void differentFactsHaveDifferentFingerprints() {
    List<Order> orders =
        List.of(
            BARE,
            with(parcel("UPS", "1Z1")),
            with(parcel("UPS1", "Z1")),
            with(parcel("UPS", "1Z2")),
            with(parcel("", "UPS1Z1")),
            with(parcel("UPS", "1Z1"), parcel("UPS", "1Z2")),
            with(new Parcel("UPS", "1Z1", Optional.of(MONDAY), List.of())),
            with(new Parcel("UPS", "1Z1", Optional.of(TUESDAY), List.of())),
            line2(true),
            line2(false),
            BARE.mapLines(line -> line.withActualShipDate(MONDAY)));

    Set<Long> fingerprints = new HashSet<>();
    orders.forEach(order -> fingerprints.add(FactsFingerprint.of(order, true)));

    assertThat(fingerprints).hasSameSizeAs(orders);
  }

  @Test
  void labelsQuantitiesAndWhatIsInAParcelAreNotAmongThem() {
    Order relabelled = BARE.withLabel(new LabelText("Shipped")).withVersion(7);
    Order packed = with(new Parcel("UPS", "1Z1", Optional.empty(), List.of(new ParcelLine(2, 1))));

    assertThat(FactsFingerprint.of(relabelled, true)).isEqualTo(FactsFingerprint.NOTHING);
    assertThat(FactsFingerprint.of(packed, true))
        .isEqualTo(FactsFingerprint.of(with(parcel("UPS", "1Z1")), true));
  }

  @Test
  void expectedDatesCountOnlyWhereTheyAreTold() {
    assertThat(FactsFingerprint.of(line2(false), false)).isEqualTo(FactsFingerprint.NOTHING);
    assertThat(FactsFingerprint.of(line2(true), false))
        .isEqualTo(FactsFingerprint.of(line2(true), true));
  }

  /// It is stored, so it may not change from release to release.
  @Test
  void theFingerprintIsTheSameEverywhereAndForEver() {
    assertThat(FactsFingerprint.of(with(parcel("UPS", "1Z1")), true))
        .isEqualTo(-5_982_571_432_063_060_983L);
  }
}
