package org.statusevents.domain.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.Parcel;

/// A 64-bit FNV-1a fingerprint of the tracking numbers and ship dates that an update would tell of
/// an order (R30). Stable across processes and releases, since it is stored; [#NOTHING] for an
/// order without any.
final class FactsFingerprint {
  static final long NOTHING = 0;
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash = OFFSET;

  private FactsFingerprint() {}

  /// With `expectedDates` off those dates are not told and do not count (R35).
  static long of(Order order, boolean expectedDates) {
    FactsFingerprint fingerprint = new FactsFingerprint();
    for (Parcel parcel : order.parcels()) {
      fingerprint.add(parcel.carrier());
      fingerprint.add(parcel.trackingNumber());
      fingerprint.add(parcel.shippedOn());
    }
    for (Line line : order.lines()) {
      if (line.actualShipDate().isPresent()) {
        fingerprint.add(line.number());
        fingerprint.add(line.actualShipDate());
      }
      if (expectedDates && line.expectedShipDate().isPresent()) {
        fingerprint.add(-line.number());
        fingerprint.add(line.expectedShipDate());
      }
    }
    return fingerprint.hash == OFFSET ? NOTHING : fingerprint.hash;
  }

  private void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    add(-1L);
  }

  private void add(Optional<LocalDate> date) {
    add(date.isPresent() ? date.get().toEpochDay() : Long.MIN_VALUE);
  }

  private void add(long value) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      hash = (hash ^ ((value >>> shift) & 0xff)) * PRIME;
    }
  }
}
