package org.statusevents.benchmarks.faults.checking;

/// What the product promises, in numbers: `lanesInHandMax` lanes of one channel may be in delivery
/// on all nodes, and go on when the channel asks to wait; a duplicate comes within
/// `duplicateMillisMax` of what explains it; the first retry comes after `firstRetryMillis` at the
/// soonest.
public record Limits(
    int lanesInHandMax,
    long duplicateMillisMax,
    long firstRetryMillis,
    long longestRetryMillis,
    long settleMillisMax) {
  /// Two seconds with jitter between half and the whole, times three each time, up to 15 minutes.
  public static Limits of(int nodes, int lanesPerChannel) {
    return new Limits(nodes * lanesPerChannel, 60_000, 1_000, 450_000, 1_000);
  }
}
