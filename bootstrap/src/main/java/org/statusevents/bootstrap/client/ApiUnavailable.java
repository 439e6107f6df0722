package org.statusevents.bootstrap.client;

import org.jspecify.annotations.Nullable;

/// The service could not be reached in any of several tries, or will not serve us.
public final class ApiUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ApiUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
