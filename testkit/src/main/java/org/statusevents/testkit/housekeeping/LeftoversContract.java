package org.statusevents.testkit.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.statusevents.application.housekeeping.Leftovers;
import org.statusevents.application.housekeeping.Leftovers.Kind;
import org.statusevents.application.lookup.StatusLookups.LookupTry;
import org.statusevents.application.lookup.StatusLookups.MissLimits;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.event.OperationId;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.HousekeepingWorld;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.TestStore;

/// What [Leftovers] promises.
public interface LeftoversContract {
  Instant LATER = ManualClock.START.plus(Duration.ofDays(60));
  int MANY = 1_000;

  HousekeepingWorld world();

  private Leftovers leftovers() {
    return world().leftovers();
  }

  @Test
  default void operationsFromBeforeAreForgotten() {
    OldShop old = OldShop.in(world());
    old.owe("1Z1");
    old.shop().clock().advance(Duration.ofSeconds(1));
    old.owe("1Z2");
    Instant before = ManualClock.START.plus(Duration.ofSeconds(1));

    assertThat(leftovers().count(Kind.OPERATIONS, before)).isEqualTo(2);
    assertThat(leftovers().remove(Kind.OPERATIONS, before, MANY)).isEqualTo(2);

    assertThat(
            old.shop()
                .loaded(Set.of(), Set.of(new OperationId("op-1Z1"), new OperationId("op-1Z2")))
                .operations())
        .containsOnlyKeys(new OperationId("op-1Z2"));
    assertThat(leftovers().remove(Kind.OPERATIONS, before, MANY)).isZero();
    assertThat(old.sequences()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  default void noMoreAreRemovedAtOnceThanAskedFor() {
    OldShop old = OldShop.in(world());
    for (String parcel : List.of("1Z1", "1Z2", "1Z3", "1Z4")) {
      old.owe(parcel);
    }

    assertThat(leftovers().remove(Kind.OPERATIONS, LATER, 3)).isEqualTo(3);
    assertThat(leftovers().count(Kind.OPERATIONS, LATER)).isEqualTo(2);
    assertThat(leftovers().remove(Kind.OPERATIONS, LATER, 3)).isEqualTo(2);
  }

  @Test
  default void missesOfLookUpsFromBeforeAreForgotten() {
    MissLimits limits = new MissLimits(10, 10, Duration.ofDays(365));
    TestStore shop = TestStore.shop(world());
    for (Instant at : List.of(ManualClock.START, LATER)) {
      assertThat(
              world()
                  .statusLookups()
                  .settle(new LookupTry(shop.id(), "A-1", "here", at), true, limits))
          .isTrue();
    }

    assertThat(leftovers().count(Kind.LOOKUP_MISSES, LATER)).isEqualTo(1);
    assertThat(leftovers().remove(Kind.LOOKUP_MISSES, LATER, MANY)).isEqualTo(1);
    assertThat(
            world().statusLookups().misses(shop.id(), "A-1", "here", ManualClock.START).ofOrder())
        .isEqualTo(1);
  }

  @Test
  default void aLaneStaysWhileAnyOfItsUpdatesDoes() {
    OldShop old = OldShop.in(world());

    assertThat(leftovers().count(Kind.LANES, LATER)).isZero();
    assertThat(leftovers().remove(Kind.LANES, LATER, MANY)).isZero();
    old.owe("1Z1");
    assertThat(leftovers().remove(Kind.LANES, LATER, MANY)).isZero();
    assertThat(old.hand().claim()).hasSize(1);
  }

  @Test
  default void aLaneGoesAfterItsUpdates() {
    OldShop old = OldShop.in(world());
    old.shop().imported(order("A-2"));
    old.hand().acceptAll();
    var _ = old.letLedgerGo();

    assertThat(leftovers().count(Kind.LANES, LATER)).isEqualTo(2);
    assertThat(leftovers().remove(Kind.LANES, LATER, 1)).isEqualTo(1);
    assertThat(leftovers().remove(Kind.LANES, LATER, MANY)).isEqualTo(1);
    assertThat(leftovers().count(Kind.LANES, LATER)).isZero();
  }

  @Test
  default void anOrderWhoseLaneIsGoneIsDeliveredInOrderAndOnce() {
    OldShop old = OldShop.in(world());
    old.owe("1Z1");
    old.hand().acceptAll();
    var _ = old.letLedgerGo();
    assertThat(leftovers().remove(Kind.LANES, LATER, MANY)).isEqualTo(1);

    old.at("2026-04-02T08:00:00Z");
    UpdateId first = old.owe("1Z2");
    old.at("2026-04-02T08:00:01Z");
    UpdateId second = old.owe("1Z3");

    List<Update> sent = old.hand().claimOne().updates();
    assertThat(sent).extracting(Update::id).containsExactly(first, second);
    assertThat(sent.getLast().content().sequence())
        .isEqualTo(old.shop().known("A-1").order().version());
    assertThat(old.ledgerOfOrder())
        .extracting(entry -> entry.update().orElseThrow())
        .containsOnly(first, second);
  }

  @Test
  default void anOrderWhoseLaneIsGoneWasToldNothing() {
    OldShop old = OldShop.in(world());
    old.owe("1Z1");
    old.hand().acceptAll();
    assertThat(old.shop().known("A-1").toldFacts().values()).doesNotContain(0L).hasSize(1);
    var _ = old.letLedgerGo();
    assertThat(leftovers().remove(Kind.LANES, LATER, MANY)).isEqualTo(1);

    assertThat(old.shop().known("A-1").toldFacts()).isEmpty();
  }

  @Test
  default void aLaneThatIsOwedSomethingAgainStays() {
    TestStore shop = TestStore.shop(world(), Channels.latestState("web"));
    OldShop old = new OldShop(world(), shop);
    shop.imported(order("A-1"));
    old.hand().acceptAll();
    var _ = old.letLedgerGo();
    old.at("2026-04-02T08:00:00Z");
    UpdateId owed = old.owe("1Z1");

    assertThat(leftovers().remove(Kind.LANES, LATER, MANY)).isZero();
    assertThat(old.hand().claimOne().updates()).extracting(Update::id).containsExactly(owed);
  }
}
