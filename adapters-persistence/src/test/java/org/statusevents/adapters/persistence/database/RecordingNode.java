package org.statusevents.adapters.persistence.database;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.RecordOperations.Atomicity;
import org.statusevents.application.recording.Recording;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.event.Operation;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;

/// One of several nodes that record for [Stores#SHOP], each with update ids of its own.
public final class RecordingNode {
  private final RecordOperations recordOperations;

  public RecordingNode(PostgresPersistence persistence) {
    recordOperations =
        Recording.recordOperations(
            persistence.transactions(),
            persistence.orders(),
            () -> Map.of(Channels.ADAPTER, Channels.CAPABILITIES),
            () -> new UpdateId(UUID.randomUUID()),
            new ManualClock());
  }

  /// Records operations as one batch, each by itself.
  public List<RecordingOutcome> record(Operation... operations) {
    return recordOperations.record(
        Stores.SHOP, Stream.of(operations).map(Operations::submitted).toList(), Atomicity.EACH);
  }
}
