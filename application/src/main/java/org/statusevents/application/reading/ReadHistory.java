package org.statusevents.application.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

/// Reads what happened to an order, oldest first. Answered by persistence directly.
public interface ReadHistory {

  /// The applied events by sequence; empty for an unknown order. Throws [InvalidCursor].
  Optional<Page<HistoryEntry>> read(StoreId store, OrderNumber number, PageRequest page);

  /// An applied event with where it came from and where each channel stands with it now.
  record HistoryEntry(
      AppliedEvent applied,
      OperationId operation,
      String source,
      String actor,
      Instant occurredAt,
      Instant recordedAt,
      long configurationVersion,
      List<LedgerEntry> channels) {
    public HistoryEntry {
      channels = List.copyOf(channels);
    }
  }
}
