package org.statusevents.adapters.persistence.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.adapters.persistence.configuring.ConfigurationVersions;
import org.statusevents.adapters.persistence.document.ChangesDocument;
import org.statusevents.adapters.persistence.document.EventDocument;
import org.statusevents.adapters.persistence.document.VerdictsDocument;
import org.statusevents.adapters.persistence.order.StoredOrders;
import org.statusevents.adapters.persistence.reading.HistoryMapper.HistoryRow;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadHistory;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

final class MyBatisHistory implements ReadHistory {
  private static final String LIST = "history";

  private final CurrentSession session;
  private final StoredOrders orders;
  private final MyBatisLedger ledger;
  private final ConfigurationVersions configurations;

  MyBatisHistory(
      CurrentSession session,
      StoredOrders orders,
      MyBatisLedger ledger,
      ConfigurationVersions configurations) {
    this.session = session;
    this.orders = orders;
    this.ledger = ledger;
    this.configurations = configurations;
  }

  @Override
  public Optional<Page<HistoryEntry>> read(StoreId store, OrderNumber number, PageRequest page) {
    long after =
        Cursors.read(page, LIST + number, 1).map(key -> Cursors.number(key.getFirst())).orElse(0L);
    if (orders.find(store, number).isEmpty()) {
      return Optional.empty();
    }
    List<HistoryRow> rows =
        session.with(
            HistoryMapper.class,
            mapper -> mapper.read(store.value(), number.value(), after, page.limit() + 1));
    Page<HistoryRow> found =
        Cursors.page(rows, page, LIST + number, row -> List.of(Long.toString(row.sequence())));
    Map<Long, List<LedgerEntry>> channels = channels(store, number, found.items());
    return Optional.of(
        found.map(row -> entry(store, row, channels.getOrDefault(row.sequence(), List.of()))));
  }

  private Map<Long, List<LedgerEntry>> channels(
      StoreId store, OrderNumber number, List<HistoryRow> rows) {
    Map<Long, List<LedgerEntry>> bySequence = new HashMap<>();
    if (!rows.isEmpty()) {
      ledger
          .ofEvents(store, number, rows.getFirst().sequence(), rows.getLast().sequence())
          .forEach(entry ->
              bySequence.computeIfAbsent(entry.sequence(), _ -> new ArrayList<>()).add(entry));
    }
    return bySequence;
  }

  private HistoryEntry entry(StoreId store, HistoryRow row, List<LedgerEntry> channels) {
    EventType type =
        configurations
            .version(store, row.configurationVersion())
            .event(row.event())
            .orElseThrow(() -> new IllegalStateException("history of no event: " + row.event()));
    OccurredEvent event =
        new OccurredEvent(
            type, EventDocument.readData(row.data()), EventDocument.readNote(row.data()));
    return new HistoryEntry(
        new AppliedEvent(
            row.sequence(),
            event,
            ChangesDocument.read(row.changes()),
            VerdictsDocument.readVerdicts(row.verdicts())),
        new OperationId(row.operationId()),
        row.source(),
        row.actor(),
        row.occurredAt(),
        row.recordedAt(),
        row.configurationVersion(),
        channels);
  }
}
