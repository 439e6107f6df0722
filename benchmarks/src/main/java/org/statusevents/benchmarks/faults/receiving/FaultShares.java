package org.statusevents.benchmarks.faults.receiving;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.statusevents.benchmarks.faults.journal.CallVerdict;

/// What share of calls fails in which way. The same seed, order, sequence and number of the call
/// give the same verdict; an update fails at most [#FAILURES_MAX] times, so that a run ends.
public record FaultShares(
    long seed, double error, double reset, double unsaid, double askedToWait, double stalled) {
  static final int FAILURES_MAX = 3;

  /// `whole` of all calls fail: most by an error, a reset or a lost answer, few by what costs time.
  public static FaultShares of(long seed, double whole) {
    return new FaultShares(
        seed, whole * 0.40, whole * 0.28, whole * 0.30, whole * 0.013, whole * 0.007);
  }

  /// `call` counts from 1 for each update.
  CallVerdict verdict(String order, long sequence, int call) {
    if (call > FAILURES_MAX) {
      return CallVerdict.TAKEN;
    }
    CRC32 name = new CRC32();
    name.update((order + "/" + sequence + "/" + call).getBytes(StandardCharsets.UTF_8));
    double chance = new SplittableRandom(seed ^ (name.getValue() << 16)).nextDouble();
    double upTo = error;
    if (chance < upTo) {
      return CallVerdict.ERROR;
    }
    upTo += reset;
    if (chance < upTo) {
      return CallVerdict.RESET;
    }
    upTo += unsaid;
    if (chance < upTo) {
      return CallVerdict.TAKEN_UNSAID;
    }
    upTo += askedToWait;
    if (chance < upTo) {
      return CallVerdict.ASKED_TO_WAIT;
    }
    return chance < upTo + stalled ? CallVerdict.STALLED : CallVerdict.TAKEN;
  }
}
