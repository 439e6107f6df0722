package org.statusevents.application.delivering;

import java.time.Duration;

/// How delivery waits, and how it learns that its node is about to stop. Safe for many threads.
public interface Pace {

  /// True from when no further update is to be sent.
  boolean stopping();

  /// Lets `duration` go by. False where the thread is to give up instead.
  boolean pause(Duration duration);
}
