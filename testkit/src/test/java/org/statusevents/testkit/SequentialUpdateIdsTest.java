package org.statusevents.testkit;

import org.statusevents.application.recording.UpdateIds;
import org.statusevents.testkit.recording.UpdateIdsContract;

final class SequentialUpdateIdsTest implements UpdateIdsContract {
  @Override
  public UpdateIds updateIds() {
    return new SequentialUpdateIds(-1);
  }
}
