package org.statusevents.adapters.cart.http;

import java.time.Duration;
import java.util.Optional;

/// What came of one exchange.
public sealed interface ExchangeOutcome {

  /// An answer of HTTP, cut to [HttpExchange#ANSWER_BYTES_MAX]. `retryAfter` is how long the
  /// receiver asked to be left alone, where it said so in a way that can be understood.
  record Answered(int status, String text, Optional<Duration> retryAfter)
      implements ExchangeOutcome {

    /// Says nothing of the text, which may repeat what was sent.
    @Override
    public String toString() {
      return "Answered[" + status + "]";
    }
  }

  /// No whole answer came; whether the receiver took the request is not known.
  record Unanswered(String words) implements ExchangeOutcome {}

  /// Nothing was sent, because the address may not be spoken to.
  record NotAllowed() implements ExchangeOutcome {}
}
