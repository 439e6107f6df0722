package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.DeliverUpdates;
import org.statusevents.application.delivering.DeliverUpdates.DeliveryReport;
import org.statusevents.application.delivering.Delivering;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Pace;
import org.statusevents.application.delivering.ResendUpdate;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.delivery.RetrySchedule;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.SequentialUpdateIds;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.FakeCartChannel;
import org.statusevents.testkit.memory.InMemoryStorage;

/// A store, its receiver and a node that sends, all by one clock. Chance takes no part: delays are
/// the longest that the schedule allows.
final class DeliveryHouse {
  static final Duration LEASE = Duration.ofSeconds(45);
  private static final int ROUNDS_MAX = 1_000;

  final ManualClock clock = new ManualClock();
  final InMemoryStorage storage = new InMemoryStorage(clock);
  final FakeCartChannel cart = new FakeCartChannel();
  final TestStore shop;

  DeliveryHouse(Channel... channels) {
    shop = TestStore.shop(storage, channels);
  }

  DeliverUpdates deliverUpdates(Lanes lanes) {
    return deliverUpdates(lanes, clock.pace());
  }

  DeliverUpdates deliverUpdates(Lanes lanes, Pace pace) {
    return Delivering.deliverUpdates(
        lanes,
        new CartChannels(List.of(cart)),
        RetrySchedule.STANDARD,
        clock,
        clock.nanos(),
        () -> -1L,
        pace);
  }

  ResendUpdate resendUpdate() {
    return resendUpdate(cart);
  }

  /// Sends again by hand to receivers that can do what `receiver` can.
  ResendUpdate resendUpdate(CartChannel receiver) {
    return Delivering.resendUpdate(
        storage.transactions(),
        storage.orders(),
        storage.resends(),
        new SequentialUpdateIds(8),
        new CartChannels(List.of(receiver)));
  }

  List<ClaimedLane> claim() {
    return storage.lanes().claim(new Lanes.Room(100, 100, Map.of()), LEASE);
  }

  DeliveryReport deliver(ClaimedLane lane) {
    return deliverUpdates(storage.lanes()).deliver(lane, clock.nanos().getAsLong());
  }

  /// Claims and delivers until nothing is due.
  @CanIgnoreReturnValue
  List<DeliveryReport> sendAllDue() {
    List<DeliveryReport> reports = new ArrayList<>();
    for (int round = 0; round < ROUNDS_MAX; round++) {
      List<ClaimedLane> claimed = claim();
      if (claimed.isEmpty()) {
        return reports;
      }
      claimed.forEach(lane -> reports.add(deliver(lane)));
    }
    throw new AssertionError("still something due after " + ROUNDS_MAX + " rounds");
  }

  /// Sends what is due now, and what becomes due until `duration` from now, when it does.
  void sendFor(Duration duration) {
    sendAllDue();
    Duration left = duration;
    Duration step = Duration.ofSeconds(1);
    while (left.isPositive()) {
      clock.advance(step);
      left = left.minus(step);
      sendAllDue();
    }
  }

  List<LedgerEntry> ledger(String order) {
    return storage
        .readLedger()
        .ofOrder(shop.id(), new OrderNumber(order), PageRequest.first())
        .orElseThrow()
        .items();
  }

  List<UpdateState> states(String order) {
    return ledger(order).stream().map(LedgerEntry::state).toList();
  }

  LedgerEntry entry(UpdateId update) {
    List<LedgerEntry> entries =
        storage
            .readLedger()
            .updates(shop.id(), Optional.empty(), Optional.empty(), PageRequest.first())
            .items()
            .stream()
            .filter(entry -> entry.update().equals(Optional.of(update)))
            .toList();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  /// The ids of all that was sent, repeated sends included, in order.
  List<UpdateId> sentIds() {
    return cart.sent().stream().map(Update::id).toList();
  }

  List<UpdateId> sentIds(String order) {
    return cart.sent().stream()
        .filter(update -> update.content().order().value().equals(order))
        .map(Update::id)
        .toList();
  }
}
