package org.statusevents.testkit.housekeeping;

import static org.statusevents.testkit.OrderFixture.order;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.statusevents.application.housekeeping.StoredMonth;
import org.statusevents.application.housekeeping.StoredMonth.Rows;
import org.statusevents.application.housekeeping.StoredMonths.Fate;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadHistory.HistoryEntry;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.HousekeepingWorld;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;

/// A store with one order, imported and delivered in [#MARCH], and what is left of it.
record OldShop(HousekeepingWorld world, TestStore shop) {
  static final YearMonth MARCH = YearMonth.of(2026, 3);

  static OldShop in(HousekeepingWorld world) {
    TestStore shop = TestStore.shop(world, Channels.everyEvent("web"));
    shop.imported(order("A-1"));
    OldShop old = new OldShop(world, shop);
    old.hand().acceptAll();
    return old;
  }

  LaneHand hand() {
    return new LaneHand(world.lanes());
  }

  /// Lets something happen to the order, and answers the update it owes.
  @CanIgnoreReturnValue
  UpdateId owe(String parcel) {
    return shop.owed("op-" + parcel, "A-1", Events.packed(), Events.tracked("UPS", parcel));
  }

  void at(String time) {
    Instant then = Instant.parse(time);
    shop.clock().advance(Duration.between(shop.clock().instant(), then));
  }

  Fate letGo(Rows rows, YearMonth month) {
    return world.storedMonths().letGo(new StoredMonth(rows, month));
  }

  /// Lets the ledger of March and before go.
  Fate letLedgerGo() {
    for (YearMonth month : world.storedMonths().months(Rows.LEDGER)) {
      if (month.isBefore(MARCH)) {
        var _ = letGo(Rows.LEDGER, month);
      }
    }
    return letGo(Rows.LEDGER, MARCH);
  }

  List<HistoryEntry> history() {
    return world
        .readHistory()
        .read(shop.id(), new OrderNumber("A-1"), PageRequest.first())
        .orElseThrow()
        .items();
  }

  List<Long> sequences() {
    return history().stream().map(entry -> entry.applied().sequence()).toList();
  }

  /// Ids of the updates that are in that state.
  List<UpdateId> updates(UpdateState state) {
    return world
        .readLedger()
        .updates(shop.id(), Optional.of(state), Optional.empty(), PageRequest.first())
        .items()
        .stream()
        .flatMap(entry -> entry.update().stream())
        .toList();
  }

  List<LedgerEntry> ledgerOfOrder() {
    return world
        .readLedger()
        .ofOrder(shop.id(), new OrderNumber("A-1"), PageRequest.first())
        .orElseThrow()
        .items();
  }
}
