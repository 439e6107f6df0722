package org.statusevents.benchmarks.report;

import java.util.Locale;

/// Numbers with as many digits as mean something.
final class Numbers {
  private Numbers() {}

  static String plain(double number) {
    double size = Math.abs(number);
    if (size >= 100 || number == Math.rint(number)) {
      return String.format(Locale.ROOT, "%.0f", number);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", number);
  }
}
