package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.TestStore;

/// When what failed is tried again (R43), by the standard schedule.
final class RetriesTest {
  private final DeliveryHouse house = new DeliveryHouse(Channels.everyEvent("web"));

  private static Reply wait(Duration pause) {
    return new Reply.AskedToWait("HTTP 429", Optional.of(pause));
  }

  @Test
  void r43PausesGrowWhileTheReceiverIsAwayAndAreBounded() {
    house.cart.answer(_ -> new Reply.Unavailable("HTTP 500"));
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    List<Long> pauses = new ArrayList<>();
    for (int failures = 1; failures <= 9; failures++) {
      house.sendAllDue();
      LedgerEntry entry = house.entry(id);
      assertThat(entry.attempts()).isEqualTo(failures);
      assertThat(entry.lastAttemptAt()).contains(house.clock.instant());
      Duration pause = Duration.between(house.clock.instant(), entry.nextAttemptAt().orElseThrow());
      pauses.add(pause.toSeconds());
      house.clock.advance(pause.minusMillis(1));
      assertThat(house.sendAllDue()).isEmpty();
      house.clock.advance(Duration.ofMillis(1));
    }

    assertThat(pauses).containsExactly(2L, 6L, 18L, 54L, 162L, 486L, 900L, 900L, 900L);
  }

  @Test
  void r43PatienceEndsWithTheUpdateParked() {
    house.cart.answer(_ -> new Reply.Unavailable("HTTP 500"));
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    Instant lastOwed = ManualClock.START;
    while (house.entry(id).state() == UpdateState.OWED) {
      lastOwed = house.clock.instant();
      house.sendAllDue();
      house.clock.advance(Duration.ofMinutes(15));
    }

    assertThat(house.entry(id).state()).isEqualTo(UpdateState.PARKED);
    assertThat(house.entry(id).words()).contains("HTTP 500");
    assertThat(Duration.between(ManualClock.START, lastOwed))
        .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusMinutes(30));
  }

  @Test
  void aReceiverThatComesBackInTimeGetsItsUpdate() {
    house.cart.answer(_ -> new Reply.Unavailable("timed out"));
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.sendFor(Duration.ofHours(1));
    house.cart.answer(_ -> new Reply.Accepted("OK"));
    house.sendFor(Duration.ofMinutes(15));

    assertThat(house.entry(id).state()).isEqualTo(UpdateState.ACCEPTED);
  }

  @Test
  void aPauseThatTheReceiverAsksForHoldsTheWholeChannelAndNoOther() {
    DeliveryHouse two = new DeliveryHouse(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    two.cart.answer(update ->
        update.channel().value().equals("web") && two.clock.instant().equals(ManualClock.START)
            ? wait(Duration.ofMinutes(10))
            : new Reply.Accepted("OK"));
    two.shop.imported(order("A-1"));
    two.sendAllDue();
    two.shop.imported(order("A-2"));
    two.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    two.sendAllDue();

    assertThat(two.cart.sent())
        .extracting(update -> update.channel().value() + " " + update.content().order())
        .containsExactlyInAnyOrder("cart A-1", "web A-1", "cart A-2");
    two.clock.advance(Duration.ofSeconds(1));
    two.sendAllDue();
    assertThat(two.cart.sent()).hasSize(5);
    assertThat(two.states("A-1")).containsOnly(UpdateState.ACCEPTED);
    assertThat(two.states("A-2")).containsOnly(UpdateState.ACCEPTED);
  }

  @Test
  void aPauseThatTheReceiverAsksForIsNoFailure() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.cart.answer(_ -> wait(Duration.ofMinutes(1)));
    house.sendFor(Duration.ofMinutes(20));
    assertThat(house.sentIds()).hasSizeGreaterThan(15);
    house.cart.answer(_ -> new Reply.Refused("unknown order"));
    for (int refusals = 1; refusals <= 4; refusals++) {
      house.clock.advance(Duration.ofMinutes(15));
      house.sendAllDue();
      assertThat(house.entry(id).state()).isEqualTo(UpdateState.OWED);
    }
    house.clock.advance(Duration.ofMinutes(15));
    house.sendAllDue();

    assertThat(house.entry(id).state()).isEqualTo(UpdateState.PARKED);
  }
}
