package org.statusevents.adapters.persistence.delivering;

import java.util.function.ToIntFunction;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.delivering.SettleParked;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;

final class MyBatisSettleParked implements SettleParked {
  private final CurrentSession session;

  MyBatisSettleParked(CurrentSession session) {
    this.session = session;
  }

  @Override
  public ParkedOutcome retry(StoreId store, UpdateId update) {
    return settle(store, update, mapper -> mapper.retry(store.value(), update.value()));
  }

  @Override
  public ParkedOutcome discard(StoreId store, UpdateId update, String actor) {
    return settle(store, update, mapper -> mapper.discard(store.value(), update.value(), actor));
  }

  private ParkedOutcome settle(
      StoreId store, UpdateId update, ToIntFunction<ParkedMapper> settlement) {
    return session.with(
        ParkedMapper.class,
        mapper -> {
          if (settlement.applyAsInt(mapper) > 0) {
            return new ParkedOutcome.Settled();
          }
          return mapper.exists(store.value(), update.value())
              ? new ParkedOutcome.NotParked(update)
              : new ParkedOutcome.UpdateUnknown(update);
        });
  }
}
