package org.statusevents.testkit.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.statusevents.application.lookup.StatusLookups;
import org.statusevents.application.lookup.StatusLookups.LookupTry;
import org.statusevents.application.lookup.StatusLookups.MissLimits;
import org.statusevents.application.lookup.StatusLookups.Misses;
import org.statusevents.application.lookup.StatusLookups.StoredStatus;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.AtOnce;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.LookupWorld;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [StatusLookups] promises.
public interface StatusLookupsContract {
  Instant NOW = ManualClock.START;
  Duration KEPT = Duration.ofMinutes(15);

  int ROUNDS = 10;
  MissLimits UNLIMITED = new MissLimits(1_000, 1_000, KEPT);

  LookupWorld world();

  private StatusLookups lookups() {
    return world().statusLookups();
  }

  private TestStore shop() {
    return TestStore.shop(world(), Channels.everyEvent("web"));
  }

  private void miss(String order, String source, Instant at) {
    assertThat(settled(Stores.SHOP, order, source, at, true, UNLIMITED)).isTrue();
  }

  private boolean settled(
      StoreId store, String order, String source, Instant at, boolean missed, MissLimits limits) {
    return lookups().settle(new LookupTry(store, order, source, at), missed, limits);
  }

  private Misses misses(String order, String source) {
    return lookups().misses(Stores.SHOP, order, source, NOW.minus(KEPT));
  }

  @Test
  default void anOrderIsFoundAsItStandsWithWhatTheCustomerMaySee() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.tracked("UPS", "1Z1"));

    StoredStatus found = lookups().find(Stores.SHOP, "A-1").orElseThrow();

    assertThat(found)
        .isEqualTo(
            new StoredStatus(
                shop.known("A-1").order(),
                OrderFixture.CUSTOMER.postalCode(),
                OrderFixture.CUSTOMER.locale(),
                OrderFixture.CUSTOMER.billToName(),
                OrderFixture.CUSTOMER.shipToName()));
    assertThat(found.order().parcels()).hasSize(1);
  }

  @Test
  default void anOrderOfNobodyKnownHasNothingThatProves() {
    TestStore shop = shop();
    shop.imported(order("A-1").withContact(CustomerContact.UNKNOWN));

    assertThat(lookups().find(Stores.SHOP, "A-1"))
        .contains(
            new StoredStatus(
                shop.known("A-1").order(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  default void anOrderIsFoundByItsNumberInTheCart() {
    TestStore shop = shop();
    shop.imported(order("A-1").withCartOrderNumber("W 5001"));

    assertThat(lookups().find(Stores.SHOP, "W 5001").map(found -> found.order().number().value()))
        .contains("A-1");
  }

  @Test
  default void anOwnNumberGoesBeforeOneInTheCart() {
    TestStore shop = shop();
    shop.imported(order("A-1").withCartOrderNumber("A-2"));
    shop.imported(order("A-2").withCartOrderNumber("A-1"));

    assertThat(lookups().find(Stores.SHOP, "A-1").map(found -> found.order().number().value()))
        .contains("A-1");
    assertThat(lookups().find(Stores.SHOP, "A-2").map(found -> found.order().number().value()))
        .contains("A-2");
  }

  @Test
  default void whatIsNoNumberOfTheStoreFindsNothing() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    TestStore other = TestStore.create(world(), Stores.withDefaults(Stores.OTHER));
    other.imported(order("B-1").withCartOrderNumber("W-1"));

    for (String text :
        new String[] {
          "a-1", "A-2", "B-1", "W-1", "", "%", "A-1 ", "A-1\0", "\0", "A\ud800", "' or 1=1"
        }) {
      assertThat(lookups().find(Stores.SHOP, text)).as("\"%s\"", text).isEmpty();
    }
  }

  @Test
  default void anOrderThatAroseFromAnotherHasTheCustomerOfItsOwnImport() {
    TestStore shop = shop();
    shop.imported(order("A-1").withContact(CustomerContact.UNKNOWN));
    shop.owed("op-1", "A-1", Events.exchanged(1, order("A-2").order()));

    assertThat(lookups().find(Stores.SHOP, "A-2").flatMap(StoredStatus::postalCode))
        .contains(OrderFixture.POSTAL_CODE);
    assertThat(lookups().find(Stores.SHOP, "A-1").flatMap(StoredStatus::postalCode)).isEmpty();
  }

  @Test
  default void labelChangesOfAnOrderComeNewestFirst() {
    TestStore shop = shop();
    shop.imported(order("A-1").withLines(1));
    shop.owed("op-1", "A-1", Events.approved(), Events.shipped(1, 1));
    TestStore other = TestStore.create(world(), Stores.withDefaults(Stores.OTHER));
    other.imported(order("B-1"));
    other.imported(order("A-1"));

    assertThat(lookups().changes(Stores.SHOP, new OrderNumber("A-1")))
        .extracting(LabelChange::line, LabelChange::previous, LabelChange::label)
        .containsExactlyInAnyOrder(
            tuple(OptionalInt.of(1), Optional.of(Labels.RECEIVED), Labels.ITEM_SHIPPED),
            tuple(OptionalInt.empty(), Optional.of(Labels.RECEIVED), Labels.APPROVED),
            tuple(OptionalInt.empty(), Optional.empty(), Labels.RECEIVED),
            tuple(OptionalInt.of(1), Optional.empty(), Labels.RECEIVED))
        .startsWith(tuple(OptionalInt.of(1), Optional.of(Labels.RECEIVED), Labels.ITEM_SHIPPED));
    assertThat(lookups().changes(Stores.SHOP, new OrderNumber("B-1"))).isEmpty();
  }

  @Test
  default void onlyTheNewestEventsTellTheirChanges() {
    TestStore shop = shop();
    shop.imported(order("A-1").withLines(1));
    for (int i = 0; i < StatusLookups.EVENTS_MAX; i++) {
      shop.recorded(
          Operations.operation("op-" + i, "A-1", i % 2 == 0 ? Events.paid() : Events.packed()));
    }

    assertThat(lookups().changes(Stores.SHOP, new OrderNumber("A-1")))
        .hasSize(StatusLookups.EVENTS_MAX)
        .last()
        .isEqualTo(new LabelChange(OptionalInt.empty(), Optional.of(Labels.RECEIVED), Labels.PAID));
  }

  @Test
  default void missesAreCountedPerOrderAskedForAndPerSource() {
    assertThat(misses("A-1", "10.0.0.1")).isEqualTo(new Misses(0, 0));
    miss("A-1", "10.0.0.1", NOW);
    miss("A-1", "10.0.0.2", NOW);
    miss("no such order", "10.0.0.1", NOW);

    assertThat(misses("A-1", "10.0.0.1")).isEqualTo(new Misses(2, 2));
    assertThat(misses("no such order", "10.0.0.2")).isEqualTo(new Misses(1, 1));
    assertThat(misses("A-1", "10.0.0.3")).isEqualTo(new Misses(2, 0));
    assertThat(misses("A-2", "10.0.0.1")).isEqualTo(new Misses(0, 2));
  }

  @Test
  default void missesOfAnotherStoreDoNotCount() {
    assertThat(settled(Stores.OTHER, "A-1", "10.0.0.1", NOW, true, UNLIMITED)).isTrue();

    assertThat(misses("A-1", "10.0.0.1")).isEqualTo(new Misses(0, 0));
  }

  @Test
  default void onlyMissesSinceTheGivenTimeCount() {
    miss("A-1", "10.0.0.1", NOW.minus(Duration.ofMinutes(10)));
    miss("A-1", "10.0.0.1", NOW.minus(Duration.ofMinutes(5)));
    Instant between = NOW.minus(Duration.ofMinutes(7));

    assertThat(lookups().misses(Stores.SHOP, "A-1", "10.0.0.1", between))
        .isEqualTo(new Misses(1, 1));
    assertThat(lookups().misses(Stores.SHOP, "A-1", "10.0.0.1", NOW)).isEqualTo(new Misses(0, 0));
  }

  @Test
  default void missesOlderThanTheyAreKeptAreForgotten() {
    miss("A-1", "10.0.0.1", NOW.minus(KEPT).minusSeconds(60));
    miss("A-1", "10.0.0.1", NOW);

    assertThat(lookups().misses(Stores.SHOP, "A-1", "10.0.0.1", NOW.minus(Duration.ofDays(1))))
        .isEqualTo(new Misses(1, 1));
  }

  @Test
  default void anOrderIsOneByItsOwnNumberAndByItsCarts() {
    TestStore shop = shop();
    shop.imported(order("A-1").withCartOrderNumber("W-1"));
    shop.imported(order("A-2").withCartOrderNumber("A-1"));
    miss("A-1", "10.0.0.1", NOW);
    miss("W-1", "10.0.0.2", NOW);
    miss("A-2", "10.0.0.3", NOW);

    assertThat(misses("W-1", "10.0.0.1")).isEqualTo(new Misses(2, 1));
    assertThat(misses("A-1", "10.0.0.2")).isEqualTo(new Misses(2, 1));
    assertThat(misses("A-2", "10.0.0.3")).isEqualTo(new Misses(1, 1));
  }

  @Test
  default void whatReachedTheLimitIsShutOutWhetherRightOrWrongAndChangesNothing() {
    MissLimits limits = new MissLimits(2, 3, KEPT);
    miss("A-1", "10.0.0.1", NOW);
    assertThat(settled(Stores.SHOP, "A-1", "10.0.0.1", NOW, false, limits)).isTrue();
    miss("A-1", "10.0.0.1", NOW);
    miss("A-2", "10.0.0.1", NOW);

    for (boolean missed : new boolean[] {true, false}) {
      assertThat(settled(Stores.SHOP, "A-1", "10.0.0.9", NOW, missed, limits)).isFalse();
      assertThat(settled(Stores.SHOP, "A-9", "10.0.0.1", NOW, missed, limits)).isFalse();
    }
    assertThat(settled(Stores.SHOP, "A-9", "10.0.0.9", NOW, false, limits)).isTrue();
    assertThat(settled(Stores.OTHER, "A-1", "10.0.0.1", NOW, false, limits)).isTrue();
    assertThat(misses("A-1", "10.0.0.1")).isEqualTo(new Misses(2, 3));
    assertThat(misses("A-9", "10.0.0.9")).isEqualTo(new Misses(0, 0));
  }

  /// Again and again, so that tries meet however slowly the first ones begin.
  @Test
  default void noMoreMissesOfAnOrderAtOnceAreAnsweredThanTheLimit() throws Exception {
    MissLimits limits = new MissLimits(5, 1_000, KEPT);
    TestStore shop = shop();
    for (int i = 0; i < ROUNDS; i++) {
      String own = "A-" + i;
      String carts = "W-" + i;
      shop.imported(order(own).withCartOrderNumber(carts));

      List<Boolean> answered =
          AtOnce.call(
              20,
              caller -> {
                String source = "10.0.0." + caller;
                String asked = caller % 2 == 0 ? own : carts;
                return settled(Stores.SHOP, asked, source, NOW, true, limits);
              });

      assertThat(answered.stream().filter(may -> may)).hasSize(5);
      assertThat(misses(own, "-").ofOrder()).isEqualTo(5);
    }
  }

  @Test
  default void noMoreMissesOfASourceAtOnceAreAnsweredThanTheLimit() throws Exception {
    MissLimits limits = new MissLimits(1_000, 5, KEPT);
    for (int i = 0; i < ROUNDS; i++) {
      String source = "10.0.0." + i;

      List<Boolean> answered =
          AtOnce.call(20, caller -> settled(Stores.SHOP, "A-" + caller, source, NOW, true, limits));

      assertThat(answered.stream().filter(may -> may)).hasSize(5);
      assertThat(misses("-", source).ofSource()).isEqualTo(5);
    }
  }
}
