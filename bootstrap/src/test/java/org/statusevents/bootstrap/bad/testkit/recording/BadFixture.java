package org.statusevents.bootstrap.bad.testkit.recording;

/// A fixture as it should be, used by an adapter that should not.
public final class BadFixture {
  private BadFixture() {}
}
