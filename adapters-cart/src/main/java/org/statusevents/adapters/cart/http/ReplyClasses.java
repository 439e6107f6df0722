package org.statusevents.adapters.cart.http;

import java.util.function.Function;
import org.statusevents.adapters.cart.http.ExchangeOutcome.Answered;
import org.statusevents.domain.delivery.Reply;

/// What the outcome of an exchange means for an update (section 4.6 of intake and delivery).
public final class ReplyClasses {
  /// The same for an address that may not be reached and for one that cannot, so that nobody learns
  /// which names exist in the house.
  static final String NOT_REACHED = "address not allowed or not reachable";

  private ReplyClasses() {}

  /// `successful` tells what a 2xx answer means.
  public static Reply reply(
      ExchangeOutcome outcome, Redaction redaction, Function<Answered, Reply> successful) {
    return switch (outcome) {
      case ExchangeOutcome.NotAllowed() -> new Reply.Blocked(NOT_REACHED);
      case ExchangeOutcome.Unanswered(String words) -> new Reply.Unavailable(words);
      case Answered answered -> reply(answered, redaction, successful);
    };
  }

  private static Reply reply(
      Answered answered, Redaction redaction, Function<Answered, Reply> successful) {
    int status = answered.status();
    if (status >= 200 && status < 300) {
      return successful.apply(answered);
    }
    String words = words(answered, redaction);
    return switch (status) {
      case 401, 403 -> new Reply.NotAuthorized(words);
      case 410 -> new Reply.Gone(words);
      case 408, 425 -> new Reply.Unavailable(words);
      case 429 -> new Reply.AskedToWait(words, answered.retryAfter());
      case 503 ->
          answered.retryAfter().isPresent()
              ? new Reply.AskedToWait(words, answered.retryAfter())
              : new Reply.Unavailable(words);
      default -> status >= 500 ? new Reply.Unavailable(words) : new Reply.Refused(words);
    };
  }

  /// The status and what else the receiver said, fit to be shown.
  public static String words(Answered answered, Redaction redaction) {
    int status = answered.status();
    String head = "HTTP " + status;
    if (status >= 300 && status < 400) {
      return head + ": redirects are not followed";
    }
    String said = redaction.words(answered.text());
    return said.isEmpty() ? head : Redaction.cut(head + ": " + said);
  }
}
