package org.statusevents.application.recording;

import org.statusevents.domain.delivery.UpdateId;

/// Makes ids of updates: unique, and rising with time so that indexes stay dense. Safe for many
/// threads.
@FunctionalInterface
public interface UpdateIds {
  UpdateId next();
}
