package org.statusevents.application.reading;

import java.util.Optional;

/// Which page: at most `limit` items, 1..[#LIMIT_MAX], after `cursor`, which an earlier page gave.
public record PageRequest(int limit, Optional<String> cursor) {
  public static final int LIMIT_MAX = 500;
  public static final int LIMIT_DEFAULT = 50;

  public PageRequest {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: 1.." + LIMIT_MAX + ")");
    }
  }

  public static PageRequest first() {
    return new PageRequest(LIMIT_DEFAULT, Optional.empty());
  }
}
