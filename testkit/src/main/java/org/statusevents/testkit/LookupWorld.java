package org.statusevents.testkit;

import org.statusevents.application.lookup.StatusLookups;

/// What look-ups need besides, of the same storage.
public interface LookupWorld extends RecordingWorld {
  StatusLookups statusLookups();
}
