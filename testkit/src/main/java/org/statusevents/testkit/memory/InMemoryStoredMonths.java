package org.statusevents.testkit.memory;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.statusevents.application.delivering.LaneSettlement.Attempt;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.application.housekeeping.StoredMonth;
import org.statusevents.application.housekeeping.StoredMonth.Rows;
import org.statusevents.application.housekeeping.StoredMonths;
import org.statusevents.testkit.memory.StoredState.StoredEvent;

/// Has room for every month, and names those that room was made for or that have rows.
final class InMemoryStoredMonths implements StoredMonths {
  private final InMemoryStorage storage;

  InMemoryStoredMonths(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Instant now() {
    return storage.now();
  }

  @Override
  public List<YearMonth> months(Rows rows) {
    return storage.read(state -> months(state, rows));
  }

  private static List<YearMonth> months(StoredState state, Rows rows) {
    Stream<YearMonth> made =
        state.months.stream().filter(month -> month.rows() == rows).map(StoredMonth::month);
    return Stream.concat(made, times(state, rows).map(InMemoryStoredMonths::monthOf))
        .sorted()
        .distinct()
        .toList();
  }

  private static Stream<Instant> times(StoredState state, Rows rows) {
    return switch (rows) {
      case HISTORY ->
          state.histories.values().stream().flatMap(List::stream).map(StoredEvent::recordedAt);
      case LEDGER ->
          state.lanes.values().stream()
              .flatMap(lane -> lane.updates().stream())
              .map(update -> update.owed().at());
      case ATTEMPTS ->
          state.lanes.values().stream().flatMap(lane -> lane.attempts().stream()).map(Attempt::at);
    };
  }

  private static YearMonth monthOf(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }

  @Override
  public void makeRoom(StoredMonth month) {
    boolean _ = storage.write(state -> state.months.add(month));
  }

  @Override
  public Fate fateOf(StoredMonth month) {
    return storage.read(state -> fateOf(state, month));
  }

  private static Fate fateOf(StoredState state, StoredMonth month) {
    List<YearMonth> ledger = months(state, Rows.LEDGER);
    return switch (month.rows()) {
      case HISTORY ->
          ledger.contains(month.month()) ? new Fate.LedgerNeeds(month.month()) : new Fate.LetGo();
      case ATTEMPTS ->
          ledger.isEmpty() || ledger.getFirst().isAfter(month.month())
              ? new Fate.LetGo()
              : new Fate.LedgerNeeds(ledger.getFirst());
      case LEDGER -> {
        List<Waiting> waiting = undelivered(state, time -> monthOf(time).equals(month.month()));
        yield waiting.isEmpty() ? new Fate.LetGo() : new Fate.Undelivered(waiting);
      }
    };
  }

  private static List<Waiting> undelivered(StoredState state, Predicate<Instant> then) {
    Map<ChannelKey, Long> counts = new HashMap<>();
    state
        .lanes
        .values()
        .forEach(lane -> counts.merge(lane.key().channelKey(), lane.undelivered(then), Long::sum));
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .sorted(Map.Entry.<ChannelKey, Long>comparingByValue().reversed())
        .limit(WAITING_MAX)
        .map(count ->
            new Waiting(count.getKey().store(), count.getKey().channel(), count.getValue()))
        .toList();
  }

  @Override
  public Fate letGo(StoredMonth month) {
    return storage.write(state -> {
      Fate fate = fateOf(state, month);
      if (fate instanceof Fate.LetGo) {
        state.months.remove(month);
        remove(state, month.rows(), time -> monthOf(time).equals(month.month()));
      }
      return fate;
    });
  }

  private static void remove(StoredState state, Rows rows, Predicate<Instant> then) {
    switch (rows) {
      case HISTORY ->
          state
              .histories
              .values()
              .forEach(events -> events.removeIf(event -> then.test(event.recordedAt())));
      case LEDGER -> state.lanes.values().forEach(lane -> lane.letGo(then));
      case ATTEMPTS -> state.lanes.values().forEach(lane -> lane.letAttemptsGo(then));
    }
  }
}
