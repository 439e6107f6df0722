package org.statusevents.domain.delivery;

import java.time.Duration;
import java.util.Optional;

/// What a receiver answered, sorted by what it means (section 4.6 of intake and delivery). `words`
/// are the receiver's own, cut to [#WORDS_LENGTH_MAX] characters and without secrets.
public sealed interface Reply {
  int WORDS_LENGTH_MAX = 2_048;

  String words();

  /// Not longer than [#WORDS_LENGTH_MAX] characters.
  static String cut(String words) {
    return words.substring(0, Math.min(words.length(), WORDS_LENGTH_MAX));
  }

  /// Taken, now or before.
  record Accepted(String words) implements Reply {}

  /// The receiver understood and says no to this update; counted, not the channel's fault.
  record Refused(String words) implements Reply {}

  /// The receiver is away, slow or broken, or whether it took the update is not known.
  record Unavailable(String words) implements Reply {}

  /// The receiver asks for a pause; obeyed for the whole channel and not counted.
  record AskedToWait(String words, Optional<Duration> pause) implements Reply {}

  /// The receiver does not know our credentials.
  record NotAuthorized(String words) implements Reply {}

  /// The receiver says that its address is gone for good.
  record Gone(String words) implements Reply {}

  /// Never sent, because the address may not be reached.
  record Blocked(String words) implements Reply {}
}
