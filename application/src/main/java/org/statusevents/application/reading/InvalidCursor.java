package org.statusevents.application.reading;

/// The cursor is none that a page of this list gave.
public final class InvalidCursor extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidCursor() {
    super("cursor: not one that this list gave");
  }
}
