package org.statusevents.bootstrap.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.statusevents.application.delivering.Pace;

/// Told once that this node is to stop, all that delivers learns it: nothing more is claimed or
/// sent, what is under way is ended. Safe for many threads.
public final class StopSignal {
  private final AtomicReference<@Nullable Long> toldAt = new AtomicReference<>();

  /// Does nothing when told before.
  public void stop() {
    boolean _ = toldAt.compareAndSet(null, System.nanoTime());
  }

  boolean stopping() {
    return toldAt.get() != null;
  }

  /// How long ago it was told; nothing while it was not.
  Duration since() {
    Long told = toldAt.get();
    return told == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - told);
  }

  /// Waits in real time, also while the node stops, since what was sent is to be recorded; gives up
  /// by interruption.
  public Pace pace() {
    return new Pace() {
      @Override
      public boolean stopping() {
        return StopSignal.this.stopping();
      }

      @Override
      public boolean pause(Duration duration) {
        try {
          TimeUnit.NANOSECONDS.sleep(duration.toNanos());
          return true;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    };
  }
}
