package org.statusevents.testkit.memory;

import java.util.function.Consumer;
import org.statusevents.application.delivering.SettleParked;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.testkit.memory.StoredLane.StoredUpdate;

final class InMemorySettleParked implements SettleParked {
  private final InMemoryStorage storage;

  InMemorySettleParked(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public ParkedOutcome retry(StoreId store, UpdateId update) {
    return settle(store, update, lane -> lane.retry(storage.now()));
  }

  @Override
  public ParkedOutcome discard(StoreId store, UpdateId update, String actor) {
    return settle(store, update, lane -> lane.discardParked(actor, storage.now()));
  }

  private ParkedOutcome settle(StoreId store, UpdateId id, Consumer<StoredLane> change) {
    return storage.write(state -> {
      for (StoredLane lane : state.lanes.values()) {
        for (StoredUpdate update : lane.updates()) {
          if (lane.key().store().equals(store) && update.owed().id().equals(id)) {
            if (!lane.isParkedAt(update)) {
              return new ParkedOutcome.NotParked(id);
            }
            change.accept(lane);
            return new ParkedOutcome.Settled();
          }
        }
      }
      return new ParkedOutcome.UpdateUnknown(id);
    });
  }
}
