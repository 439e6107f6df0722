package org.statusevents.bootstrap.bad.application.recording;

/// Breaks the rule that outcomes are switched without a default, in both ways; and, so that the
/// rule is seen to let it be, switches an exception with one.
final class BadSwitch {
  static String say(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "done";
      default -> "something else";
    };
  }

  static String sayToo(Outcome other) {
    return switch (other) {
      case Outcome.Done _ -> "done";
      case Outcome _ -> "something else";
    };
  }

  static String explain(RuntimeException failure) {
    return switch (failure) {
      case IllegalStateException _ -> "a bug";
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
