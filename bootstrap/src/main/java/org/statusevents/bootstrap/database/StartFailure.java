package org.statusevents.bootstrap.database;

/// The service cannot start here; the message tells an operator why, and what to do.
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
