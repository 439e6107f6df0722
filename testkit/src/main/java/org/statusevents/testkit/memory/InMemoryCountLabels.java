package org.statusevents.testkit.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.statusevents.application.reading.CountLabels;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.testkit.memory.StoredState.StoredOrder;

final class InMemoryCountLabels implements CountLabels {
  private final InMemoryStorage storage;

  InMemoryCountLabels(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public List<LabelCount> count(StoreId store, Optional<Instant> from, Optional<Instant> to) {
    return storage.read(state -> {
      Map<String, LabelCount> counts = new TreeMap<>();
      state.orders.forEach((key, stored) -> {
        if (key.store().equals(store) && within(stored, from, to)) {
          add(counts, stored.order().label(), 1, 0);
          for (Line line : stored.order().lines()) {
            add(counts, line.label(), 0, 1);
          }
        }
      });
      return List.copyOf(counts.values());
    });
  }

  private static boolean within(StoredOrder order, Optional<Instant> from, Optional<Instant> to) {
    return from.filter(order.time()::isBefore).isEmpty()
        && to.filter(order.time()::isAfter).isEmpty();
  }

  /// No label is no text, which sorts first.
  private static void add(
      Map<String, LabelCount> counts, Optional<LabelText> label, long orders, long lines) {
    String text = label.map(LabelText::value).orElse("");
    LabelCount present = counts.getOrDefault(text, new LabelCount(label, 0, 0));
    counts.put(text, new LabelCount(label, present.orders() + orders, present.lines() + lines));
  }
}
