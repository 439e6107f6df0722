package org.statusevents.bootstrap.bad.application.recording;

/// Sealed, but no outcome: its one case stands apart, as an implementation does.
public sealed interface Loose permits PublicLoose {
  int count();
}
