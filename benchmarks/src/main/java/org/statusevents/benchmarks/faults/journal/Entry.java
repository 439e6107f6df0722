package org.statusevents.benchmarks.faults.journal;

import java.util.List;

/// One line of a journal. Times are milliseconds of one clock, the harness's own. A line is the
/// name of the entry and its fields between tabs, so no text in it holds a tab or a line end.
public sealed interface Entry {
  long at();

  List<String> fields();

  /// A client is about to ask for an operation for the first time.
  record Asked(long at, String request, String order, String event, String bodyHash)
      implements Entry {
    @Override
    public List<String> fields() {
      return List.of(Long.toString(at), request, order, event, bodyHash);
    }
  }

  /// What a try of a request came to: a status, or [#NONE] where no answer came.
  record Answered(long at, String request, int status) implements Entry {
    public static final int NONE = 0;

    @Override
    public List<String> fields() {
      return List.of(Long.toString(at), request, Integer.toString(status));
    }
  }

  /// A receiver was called. `waitMillis` is what it asked for with [CallVerdict#ASKED_TO_WAIT].
  record Called(
      long at,
      String channel,
      String webhookId,
      String order,
      long sequence,
      String bodyHash,
      CallVerdict verdict,
      long waitMillis)
      implements Entry {
    @Override
    public List<String> fields() {
      return List.of(
          Long.toString(at),
          channel,
          webhookId,
          order,
          Long.toString(sequence),
          bodyHash,
          verdict.name(),
          Long.toString(waitMillis));
    }
  }

  /// Harm was done, from `at` to `until`.
  record Fault(long at, long until, FaultKind kind, String whom) implements Entry {
    @Override
    public List<String> fields() {
      return List.of(Long.toString(at), Long.toString(until), kind.name(), whom);
    }
  }
}
