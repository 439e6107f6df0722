package org.statusevents.domain.delivery;

import java.time.Duration;

/// What becomes of an update after an attempt.
public sealed interface NextStep {
  record Done() implements NextStep {}

  /// Try this update again after `delay`; the failure counts.
  record RetryAfter(Duration delay) implements NextStep {}

  /// Try the whole channel again after `delay`; nothing counts.
  record PauseChannel(Duration delay) implements NextStep {}

  /// Try nothing of the whole channel until a person has seen to it; the update stays owed.
  record StopChannel() implements NextStep {}

  /// Wait for a person.
  record Park() implements NextStep {}
}
