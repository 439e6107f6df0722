package org.statusevents.testkit.memory;

import java.util.List;
import org.statusevents.application.delivering.Resends;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.testkit.memory.StoredLane.OwedUpdate;
import org.statusevents.testkit.memory.StoredState.LaneKey;

final class InMemoryResends implements Resends {
  private final InMemoryStorage storage;

  InMemoryResends(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public void owe(StoreId store, UpdateContent content, List<OwedResend> updates) {
    var _ =
        storage.writeInTransaction(state -> {
          for (OwedResend resend : updates) {
            LaneKey key = new LaneKey(store, resend.channel(), content.order());
            OwedUpdate owed =
                new OwedUpdate(
                    resend.id(), content.sequence(), resend.facts(), true, content, storage.now());
            state.lane(key).owe(owed, InMemoryOrders.modeOf(state, key), storage.now());
          }
          return updates;
        });
  }
}
