package org.statusevents.adapters.rest;

import java.util.concurrent.atomic.AtomicLong;

/// Bounds how many bytes of bodies are arriving or worked on at once, since what is made of a body
/// takes many times its size and memory must not be what says no. Safe for many threads.
final class BodyBudget {
  /// What a byte of a body takes at the most while it is read, decided on, stored and answered.
  private static final int TIMES_ITS_SIZE = 24;

  private final long bytesMax;
  private final AtomicLong taken = new AtomicLong();

  BodyBudget(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /// As much as the heap can bear.
  static BodyBudget ofHeap() {
    return new BodyBudget(Runtime.getRuntime().maxMemory() / TIMES_ITS_SIZE);
  }

  /// True where there is room for so many more, which are then to be given back. One body alone
  /// always has room.
  boolean take(long bytes) {
    long before = taken.getAndAdd(bytes);
    if (before == 0 || before + bytes <= bytesMax) {
      return true;
    }
    give(bytes);
    return false;
  }

  void give(long bytes) {
    long _ = taken.addAndGet(-bytes);
  }
}
