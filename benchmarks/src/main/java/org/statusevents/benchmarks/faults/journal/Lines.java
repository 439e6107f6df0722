package org.statusevents.benchmarks.faults.journal;

import java.util.Arrays;
import java.util.List;

/// Entries as lines and back.
final class Lines {
  private static final String ASKED = "asked";
  private static final String ANSWERED = "answered";
  private static final String CALLED = "called";
  private static final String FAULT = "fault";

  private Lines() {}

  static String write(Entry entry) {
    String name =
        switch (entry) {
          case Entry.Asked _ -> ASKED;
          case Entry.Answered _ -> ANSWERED;
          case Entry.Called _ -> CALLED;
          case Entry.Fault _ -> FAULT;
        };
    String line = name + "\t" + String.join("\t", entry.fields());
    if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a line end in: " + line);
    }
    return line;
  }

  static Entry read(String line) {
    // A long run names each order, request and update several times: one text for all of them.
    List<String> f = Arrays.stream(line.split("\t", -1)).map(String::intern).toList();
    Entry entry = read(f, line);
    if (entry.fields().size() != f.size() - 1) {
      throw new IllegalArgumentException("not an entry: " + line);
    }
    return entry;
  }

  private static Entry read(List<String> f, String line) {
    return switch (f.getFirst()) {
      case ASKED -> new Entry.Asked(number(f.get(1)), f.get(2), f.get(3), f.get(4), f.get(5));
      case ANSWERED ->
          new Entry.Answered(number(f.get(1)), f.get(2), Math.toIntExact(number(f.get(3))));
      case CALLED ->
          new Entry.Called(
              number(f.get(1)),
              f.get(2),
              f.get(3),
              f.get(4),
              number(f.get(5)),
              f.get(6),
              CallVerdict.valueOf(f.get(7)),
              number(f.get(8)));
      case FAULT ->
          new Entry.Fault(
              number(f.get(1)), number(f.get(2)), FaultKind.valueOf(f.get(3)), f.get(4));
      default -> throw new IllegalArgumentException("not an entry: " + line);
    };
  }

  private static long number(String text) {
    return Long.parseLong(text);
  }
}
