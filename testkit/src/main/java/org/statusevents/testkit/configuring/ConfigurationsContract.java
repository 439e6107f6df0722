package org.statusevents.testkit.configuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.statusevents.testkit.OrderFixture.order;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.configuring.Configurations.ChangeRecord;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.configuration.UpdateMode;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.event.StoreEvent;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.label.StatusLabels;
import org.statusevents.domain.rule.RuleTable;
import org.statusevents.testkit.AtOnce;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Rules;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;

/// What [Configurations] promises.
public interface ConfigurationsContract {
  ChangeRecord RECORD = new ChangeRecord("anna", ManualClock.START, "Store created");

  DeliveringWorld world();

  private Configurations configurations() {
    return world().configurations();
  }

  private void save(StoreConfiguration next) {
    var _ =
        world()
            .transactions()
            .inTransaction(() -> {
              configurations().save(next, RECORD);
              return next;
            });
  }

  private static StoreConfiguration first(String store) {
    return StoreConfiguration.first(new StoreId(store), StoreSettings.defaults("The " + store));
  }

  /// `configuration` as another version, alike but for the store's name.
  private static StoreConfiguration numbered(StoreConfiguration configuration, long version) {
    return new StoreConfiguration(
        configuration.store(),
        version,
        StoreSettings.defaults("Version " + version),
        configuration.labels(),
        configuration.storeEvents(),
        configuration.rules(),
        configuration.channels());
  }

  @Test
  default void aStoreThatWasNeverCreatedHasNoVersion() {
    save(first("other"));

    assertThat(configurations().current(Stores.SHOP)).isEmpty();
    assertThat(configurations().version(Stores.SHOP, 1)).isEmpty();
  }

  @Test
  default void theVersionSavedLastIsInForceAndTheEarlierOnesStay() {
    StoreConfiguration first = first("shop");
    StoreConfiguration second = numbered(first, 2);
    StoreConfiguration third = numbered(first, 3);
    save(first);
    save(second);
    save(third);

    assertThat(configurations().current(Stores.SHOP)).contains(third);
    assertThat(configurations().version(Stores.SHOP, 1)).contains(first);
    assertThat(configurations().version(Stores.SHOP, 2)).contains(second);
    assertThat(configurations().version(Stores.SHOP, 3)).contains(third);
  }

  @Test
  default void versionsThatNeverWereAreAbsent() {
    save(first("shop"));

    assertThat(configurations().version(Stores.SHOP, 2)).isEmpty();
    assertThat(configurations().version(Stores.SHOP, 0)).isEmpty();
    assertThat(configurations().version(Stores.SHOP, -1)).isEmpty();
    assertThat(configurations().version(Stores.SHOP, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  default void everythingInAConfigurationComesBackAsItWas() {
    StoreConfiguration full = full();
    save(full);

    assertThat(configurations().current(Stores.SHOP)).contains(full);
    assertThat(configurations().version(Stores.SHOP, 1)).contains(full);
  }

  private static StoreConfiguration full() {
    StoreEvent ownLine =
        new StoreEvent("GIFT_WRAPPED", "Gift Wrapped", EventScope.ITEM, "Wrapped.");
    StoreEvent ownOrder = new StoreEvent("X_1", "Überprüft", EventScope.ORDER, "");
    StatusLabel rich =
        new StatusLabel(
            new LabelText("Ready & <waiting>"),
            LabelKind.PARTLY_SHIPPED,
            "#aB01ff",
            Map.of("de", "Wartet", "en-GB", "Waiting \"here\""),
            true,
            false);
    StatusLabel archived =
        new StatusLabel(Labels.PAID, LabelKind.PAID, "#000000", Map.of(), false, true);
    Channel mapped =
        new Channel(
            new ChannelId("Web.1_x-y"),
            "fake",
            URI.create("https://receiver.example/hook?a=b&c=%20"),
            Map.of("dialect", "xml", "empty", ""),
            new LabelMapping(
                Map.of(
                    rich.text(),
                    new LabelTarget.CartStatus("ready!"),
                    Labels.PAID,
                    new LabelTarget.DoNotSend())),
            DeliveryMode.LATEST_STATE,
            false);
    return new StoreConfiguration(
        Stores.SHOP,
        1,
        new StoreSettings(
            "Läden & Söhne", ZoneId.of("Asia/Kathmandu"), false, UpdateMode.STRICT, true, true),
        new StatusLabels(List.of(rich, archived)),
        List.of(ownLine, ownOrder),
        RuleTable.of(
            7,
            List.of(
                Rules.of(StandardEvent.ORDER_IMPORT).withOrderLabel(rich.text()).rule(),
                Rules.of(StandardEvent.ORDER_CHANGE_STATUS).withNotify().rule(),
                Rules.of(ownLine).withItemLabel(rich.text()).withNotify().rule(),
                Rules.of(ownOrder).rule())),
        Map.of(mapped.id(), mapped, new ChannelId("cart"), Channels.everyEvent("cart")));
  }

  @Test
  default void theLargestConfigurationIsStored() {
    List<StatusLabel> labels =
        IntStream.range(0, 1_000)
            .mapToObj(i -> StatusLabel.of("Ü".repeat(110) + i, LabelKind.OTHER))
            .toList();
    StoreConfiguration large =
        new StoreConfiguration(
            Stores.SHOP,
            1,
            StoreSettings.defaults("n".repeat(StoreSettings.NAME_LENGTH_MAX)),
            new StatusLabels(labels),
            List.of(),
            RuleTable.of(1, List.of()),
            Map.of());
    save(large);

    assertThat(configurations().current(Stores.SHOP)).contains(large);
  }

  @Test
  default void aVersionThatIsNotTheNextIsALostRaceAndStoresNothing() {
    StoreConfiguration first = first("shop");
    StoreConfiguration second = numbered(first, 2);
    save(first);
    save(second);

    for (long wrong : new long[] {1, 2, 4}) {
      assertThatThrownBy(() -> save(numbered(first, wrong)))
          .as("version %d after 2", wrong)
          .isInstanceOf(ConcurrentChange.class);
    }
    assertThat(configurations().current(Stores.SHOP)).contains(second);
    assertThat(configurations().version(Stores.SHOP, 1)).contains(first);
    assertThat(configurations().version(Stores.SHOP, 4)).isEmpty();
  }

  @Test
  default void aNewStoreBeginsWithVersionOne() {
    StoreConfiguration second = numbered(first("shop"), 2);

    assertThatThrownBy(() -> save(second)).isInstanceOf(ConcurrentChange.class);
    assertThat(configurations().current(Stores.SHOP)).isEmpty();
  }

  @Test
  default void versionsOfStoresAreCountedApart() {
    StoreConfiguration shop = first("shop");
    StoreConfiguration other = first("other");
    save(shop);
    save(other);
    save(numbered(other, 2));

    assertThat(configurations().current(Stores.SHOP)).contains(shop);
    assertThat(configurations().version(Stores.SHOP, 2)).isEmpty();
    assertThat(configurations().version(new StoreId("other"), 2)).contains(numbered(other, 2));
  }

  @Test
  default void storesAreListedByIdInPages() {
    assertThat(configurations().stores(Optional.empty(), 10)).isEmpty();
    for (String store : List.of("c", "a", "d", "b-2", "b-1")) {
      save(first(store));
    }
    save(numbered(first("a"), 2));

    assertThat(configurations().stores(Optional.empty(), 2))
        .containsExactly(numbered(first("a"), 2), first("b-1"));
    assertThat(configurations().stores(Optional.of(new StoreId("b-1")), 2))
        .containsExactly(first("b-2"), first("c"));
    assertThat(configurations().stores(Optional.of(new StoreId("c")), 2))
        .containsExactly(first("d"));
    assertThat(configurations().stores(Optional.of(new StoreId("d")), 2)).isEmpty();
    assertThat(configurations().stores(Optional.empty(), 5)).hasSize(5);
  }

  @Test
  default void removingAChannelSettlesWhatWaitsForItAndNothingElse() {
    LaneHand hand = new LaneHand(world().lanes());
    Channel cart = Channels.everyEvent("cart");
    Channel web = Channels.everyEvent("web");
    TestStore shop = TestStore.shop(world(), cart, web);
    TestStore other = TestStore.create(world(), Stores.withDefaults(Stores.OTHER, web));
    shop.imported(order("A-1"));
    other.imported(order("A-1"));

    shop.change(new ConfigurationChange.RemoveChannel(web.id()));
    assertThat(hand.claim())
        .extracting(lane -> lane.store() + " " + lane.channel().id())
        .containsExactlyInAnyOrder("shop cart", "other-shop web");

    shop.change(new ConfigurationChange.SetChannel(web));
    assertThat(hand.claim()).as("what waited does not come back").isEmpty();
    shop.imported(order("A-2"));
    assertThat(hand.claim())
        .extracting(lane -> lane.channel().id() + " " + lane.order())
        .containsExactlyInAnyOrder("cart A-2", "web A-2");
  }

  @Test
  default void removingAChannelEndsTheWaitOfItsParkedUpdates() {
    LaneHand hand = new LaneHand(world().lanes());
    Channel web = Channels.everyEvent("web");
    TestStore shop = TestStore.shop(world(), web);
    shop.imported(order("A-1"));
    hand.park();

    shop.change(new ConfigurationChange.RemoveChannel(web.id()));
    shop.change(new ConfigurationChange.SetChannel(web));
    shop.owed("op-1", "A-1", Events.approved());

    assertThat(hand.claimOne().updates())
        .extracting(update -> update.content().events())
        .containsExactly(List.of("ORDER_APPROVE"));
  }

  @Test
  default void whoReadsForUpdateSeesTheVersionInForceOrNone() {
    assertThat(nextVersion()).isEmpty();
    save(first("shop"));
    save(first("other"));

    assertThat(nextVersion()).contains(2L);
    assertThat(nextVersion()).contains(3L);
    assertThat(configurations().current(Stores.SHOP)).contains(numbered(first("shop"), 3));
    assertThat(configurations().current(new StoreId("other"))).contains(first("other"));
  }

  /// Each makes several changes, so that they meet however slowly they begin.
  @Test
  default void changesAtOnceComeOneAfterTheOtherAndNoneIsRunAgain() throws Exception {
    int changers = 16;
    int each = 60;
    AtomicInteger runs = new AtomicInteger();
    save(first("shop"));

    List<List<Optional<Long>>> versions =
        AtOnce.call(
            changers, _ -> Stream.generate(() -> countedNextVersion(runs)).limit(each).toList());

    assertThat(versions.stream().flatMap(List::stream).flatMap(Optional::stream))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(2, 1 + changers * each).boxed().toList());
    assertThat(runs).hasValue(changers * each);
    assertThat(configurations().current(Stores.SHOP))
        .contains(numbered(first("shop"), 1 + changers * each));
  }

  private Optional<Long> countedNextVersion(AtomicInteger runs) {
    return world()
        .transactions()
        .inTransaction(() -> {
          runs.incrementAndGet();
          return saveNext();
        });
  }

  private Optional<Long> nextVersion() {
    return world().transactions().inTransaction(this::saveNext);
  }

  /// Saves the version after the one in force and answers its number; nothing for no store.
  private Optional<Long> saveNext() {
    Optional<StoreConfiguration> next =
        configurations()
            .currentForUpdate(Stores.SHOP)
            .map(current -> numbered(current, current.version() + 1));
    next.ifPresent(configuration -> configurations().save(configuration, RECORD));
    return next.map(StoreConfiguration::version);
  }
}
