package org.statusevents.bootstrap.bad.application.recording;

/// Breaks the rule that outcomes are switched without a default.
final class BadSwitch {
  static String say(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "done";
      default -> "something else";
    };
  }

  /// An outcome.
  sealed interface Outcome {
    /// One case.
    record Done() implements Outcome {}

    /// Another.
    record Refused() implements Outcome {}
  }
}
