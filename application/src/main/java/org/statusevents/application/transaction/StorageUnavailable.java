package org.statusevents.application.transaction;

/// The database is away or too busy to answer. Nothing half done is left behind; the same call may
/// succeed later.
public final class StorageUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
