package org.statusevents.adapters.persistence.delivering;

import java.util.List;
import org.statusevents.adapters.persistence.document.UpdateContentDocument;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.delivering.Resends;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.UpdateContent;

final class MyBatisResends implements Resends {
  private final CurrentSession session;

  MyBatisResends(CurrentSession session) {
    this.session = session;
  }

  @Override
  public void owe(StoreId store, UpdateContent content, List<OwedResend> updates) {
    String order = content.order().value();
    String[] channels =
        updates.stream().map(update -> update.channel().value()).toArray(String[]::new);
    String[] ids =
        updates.stream().map(update -> update.id().value().toString()).toArray(String[]::new);
    Long[] facts = updates.stream().map(OwedResend::facts).toArray(Long[]::new);
    int owed =
        session.with(
            ResendMapper.class,
            mapper -> {
              var _ = mapper.releaseLatestState(store.value(), order, channels);
              return mapper.owe(
                  store.value(),
                  order,
                  content.sequence(),
                  UpdateContentDocument.text(content),
                  channels,
                  ids,
                  facts);
            });
    if (owed != updates.size()) {
      throw new IllegalStateException("resends: " + owed + " (expected: " + updates.size() + ")");
    }
  }
}
