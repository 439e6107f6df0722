package org.statusevents.domain.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A parcel on its way: who carries it, under which number, since when, and what is in it. No lines
/// means that nobody said.
public record Parcel(
    String carrier, String trackingNumber, Optional<LocalDate> shippedOn, List<ParcelLine> lines) {
  public static final int CARRIER_LENGTH_MAX = 60;
  public static final int TRACKING_NUMBER_LENGTH_MAX = 100;

  public Parcel {
    lines = List.copyOf(lines);
  }

  /// How many of a line are in the parcel. [#ALL] is only said in an event: the parcels of an order
  /// hold numbers.
  public record ParcelLine(int line, int quantity) {
    /// All that was ordered of the line.
    public static final int ALL = 0;

    public ParcelLine {
      if (quantity < ALL) {
        throw new IllegalArgumentException("quantity: " + quantity + " (expected: >= 0)");
      }
    }
  }

  /// This parcel with what `later` knows and this one did not, or knows better. Nothing is lost: an
  /// empty later value keeps the present one.
  public Parcel updatedBy(Parcel later) {
    return new Parcel(
        later.carrier,
        later.trackingNumber,
        later.shippedOn.or(() -> shippedOn),
        later.lines.isEmpty() ? lines : later.lines);
  }
}
