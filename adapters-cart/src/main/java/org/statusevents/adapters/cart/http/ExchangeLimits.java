package org.statusevents.adapters.cart.http;

import java.time.Duration;

/// How long an exchange may take: until it is connected, and from the look-up of the name to the
/// last byte of the answer.
public record ExchangeLimits(Duration connect, Duration whole) {
  /// A channel must answer within 15 seconds, closing connections included.
  private static final Duration WHOLE_MAX = Duration.ofSeconds(14);

  public ExchangeLimits {
    if (!connect.isPositive() || connect.compareTo(whole) > 0 || whole.compareTo(WHOLE_MAX) > 0) {
      throw new IllegalArgumentException(
          "connect: "
              + connect
              + ", whole: "
              + whole
              + " (expected: 0 < connect <= whole <= "
              + WHOLE_MAX
              + ")");
    }
  }
}
