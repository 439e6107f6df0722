package org.statusevents.testkit;

import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.transaction.Transactions;

/// The ports that recording needs, all of one storage. It is empty when a test begins and the same
/// throughout a test.
public interface RecordingWorld {
  Transactions transactions();

  Configurations configurations();

  Orders orders();
}
