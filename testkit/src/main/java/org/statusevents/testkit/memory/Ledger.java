package org.statusevents.testkit.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.statusevents.application.delivering.LaneSettlement.Attempt;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.decision.Verdict;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.memory.StoredLane.StoredUpdate;
import org.statusevents.testkit.memory.StoredState.LaneKey;
import org.statusevents.testkit.memory.StoredState.OrderKey;
import org.statusevents.testkit.memory.StoredState.StoredEvent;

/// What each event and resend came to on each channel, read from histories and lanes.
record Ledger(StoredState state, Instant now) {
  /// All entries of an order: by sequence, those of its events before those of resends.
  List<LedgerEntry> ofOrder(OrderKey order) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (StoredEvent event : state.histories.getOrDefault(order, List.of())) {
      entries.addAll(ofEvent(order, event));
    }
    for (StoredLane lane : lanesOf(order)) {
      lane.updates().stream()
          .filter(update -> update.owed().resend())
          .map(update -> entry(lane, update, update.owed().sequence(), Optional.empty()))
          .forEach(entries::add);
    }
    entries.sort(Comparator.comparingLong(LedgerEntry::sequence));
    return entries;
  }

  List<LedgerEntry> ofEvent(OrderKey order, StoredEvent event) {
    return event.applied().verdicts().stream()
        .flatMap(verdict -> ofVerdict(order, event, verdict).stream())
        .toList();
  }

  /// Nothing where the ledger no longer reaches back to what was owed.
  private Optional<LedgerEntry> ofVerdict(OrderKey order, StoredEvent event, Verdict verdict) {
    long sequence = event.applied().sequence();
    Optional<String> key = Optional.of(event.applied().event().type().key());
    return switch (verdict) {
      case Verdict.Withheld(Optional<ChannelId> channel, NotSent reason) ->
          Optional.of(
              new LedgerEntry(
                  order.order(),
                  sequence,
                  key,
                  channel,
                  UpdateState.NOT_SENT,
                  Optional.of(reason),
                  Optional.empty(),
                  0,
                  Optional.empty(),
                  event.recordedAt(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
      case Verdict.Owed(ChannelId channel) -> {
        StoredLane lane = state.lane(new LaneKey(order.store(), channel, order.order()));
        // The operation's update is the first that was owed at this event or after it.
        yield lane.updates().stream()
            .filter(owed -> !owed.owed().resend() && owed.owed().sequence() >= sequence)
            .filter(owed -> owed.owed().at().equals(event.recordedAt()))
            .findFirst()
            .map(update -> entry(lane, update, sequence, key));
      }
    };
  }

  /// All updates of a store, one entry each, oldest first.
  List<LedgerEntry> updates(StoreId store) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (StoredLane lane : state.lanes.values()) {
      if (lane.key().store().equals(store)) {
        lane.updates().forEach(update -> entries.add(ofUpdate(lane, update)));
      }
    }
    entries.sort(Comparator.comparing(Ledger::age));
    return entries;
  }

  /// Sorts updates by age; no two are equal.
  static String age(LedgerEntry entry) {
    Instant owedAt = entry.owedAt();
    return Keyset.key(owedAt.getEpochSecond())
        + Keyset.key(owedAt.getNano())
        + entry.update().orElseThrow();
  }

  private LedgerEntry ofUpdate(StoredLane lane, StoredUpdate update) {
    long sequence = update.owed().sequence();
    Optional<String> event =
        state.histories.getOrDefault(lane.key().orderKey(), List.of()).stream()
            .filter(stored -> !update.owed().resend() && stored.applied().sequence() == sequence)
            .map(stored -> stored.applied().event().type().key())
            .findFirst();
    return entry(lane, update, sequence, event);
  }

  private LedgerEntry entry(
      StoredLane lane, StoredUpdate update, long sequence, Optional<String> event) {
    UpdateState updateState = lane.stateOf(update, InMemoryOrders.modeOf(state, lane.key()), now);
    List<Attempt> attempts = lane.attemptsAt(update);
    Optional<Attempt> last =
        attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    return new LedgerEntry(
        lane.key().order(),
        sequence,
        event,
        Optional.of(lane.key().channel()),
        updateState,
        Optional.empty(),
        Optional.of(update.owed().id()),
        attempts.size(),
        last.map(attempt -> attempt.reply().words()),
        update.owed().at(),
        last.map(Attempt::at),
        updateState == UpdateState.OWED ? lane.dueAt() : Optional.empty(),
        update.discardedBy());
  }

  private List<StoredLane> lanesOf(OrderKey order) {
    return state.lanes.values().stream()
        .filter(lane -> lane.key().orderKey().equals(order))
        .toList();
  }
}
