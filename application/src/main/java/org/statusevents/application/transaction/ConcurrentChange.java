package org.statusevents.application.transaction;

/// Somebody else changed the same rows in between; nothing was stored. [Transactions] tries again.
public final class ConcurrentChange extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConcurrentChange(String message) {
    super(message);
  }

  public ConcurrentChange(String message, Throwable cause) {
    super(message, cause);
  }
}
