package org.statusevents.bootstrap.bad.application.recording;

/// A port as it should be, but without a contract in the testkit.
@FunctionalInterface
public interface BadPort {
  int count();
}
