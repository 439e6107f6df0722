package org.statusevents.bootstrap.bad.adapters.persistence;

import org.statusevents.bootstrap.bad.application.recording.BadPort;

/// Breaks the rules that implementations stay hidden and that doors are on a list.
public final class PublicImplementation implements BadPort {
  @Override
  public int count() {
    return 1;
  }
}
