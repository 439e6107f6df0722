package org.statusevents.adapters.cart.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/// Reads the header of that name: seconds, or a date of HTTP.
final class RetryAfter {
  /// A receiver that says "now" with its refusal would be asked again without pause.
  private static final Duration LEAST = Duration.ofSeconds(1);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /// How long to wait from `now`, at least a second; empty for what cannot be understood.
  static Optional<Duration> find(String text, Instant now) {
    String value = text.strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(atLeast(Duration.ofSeconds(Long.parseLong(value))));
    }
    Instant date = DateUtils.parseStandardDate(value);
    return date == null ? Optional.empty() : Optional.of(atLeast(Duration.between(now, date)));
  }

  private static Duration atLeast(Duration wait) {
    return wait.compareTo(LEAST) < 0 ? LEAST : wait;
  }
}
