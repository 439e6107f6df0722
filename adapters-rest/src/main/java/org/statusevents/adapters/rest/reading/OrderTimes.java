package org.statusevents.adapters.rest.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.statusevents.adapters.rest.exchange.Parameters;

/// The query parameters `from` and `to`: moments, or whole days in the store's time zone, both
/// inclusive.
record OrderTimes(Optional<Instant> from, Optional<Instant> to) {
  static final Set<String> PARAMETERS = Set.of("from", "to");
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  static OrderTimes read(Parameters parameters, ZoneId zone) {
    return new OrderTimes(
        parameters.word("from", text -> problemWith(text, zone), text -> first(text, zone)),
        parameters.word("to", text -> problemWith(text, zone), text -> last(text, zone)));
  }

  private static Optional<String> problemWith(String text, ZoneId zone) {
    try {
      Instant first = first(text, zone);
      if (!first.isBefore(EARLIEST) && first.isBefore(LATEST)) {
        return Optional.empty();
      }
    } catch (DateTimeException _) {
      // What is expected is said below.
    }
    return Optional.of("(expected: a time such as 2026-02-28T12:00:00Z or a date, 1970..2999)");
  }

  private static boolean isDate(String text) {
    return !text.contains("T");
  }

  private static Instant first(String text, ZoneId zone) {
    return isDate(text)
        ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  /// A day ends a microsecond before the next, which is as finely as times are kept.
  private static Instant last(String text, ZoneId zone) {
    return isDate(text)
        ? LocalDate.parse(text)
            .plusDays(1)
            .atStartOfDay(zone)
            .toInstant()
            .minus(1, ChronoUnit.MICROS)
        : OffsetDateTime.parse(text).toInstant();
  }
}
