package org.statusevents.benchmarks.load;

/// What became of a request.
sealed interface Outcome {
  /// The whole answer is there.
  record Answered(int status) implements Outcome {}

  /// There will be no answer; `why` is short and the same for the same kind of failure.
  record Failed(String why) implements Outcome {}
}
