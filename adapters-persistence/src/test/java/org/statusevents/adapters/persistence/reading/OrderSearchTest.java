package org.statusevents.adapters.persistence.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.database.PostgresWorld;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

class OrderSearchTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  @BeforeAll
  static void fill() {
    TestStore shop =
        TestStore.create(
            new PostgresWorld(DATABASE.persistence()),
            Stores.withDefaults(
                Stores.SHOP, Channels.everyEvent("web"), Channels.everyEvent("cart")));
    shop.imported(order("a-1"));
    shop.imported(order("B-2"));
    shop.imported(order("C-3").withChannel("cart"));
    shop.recorded(Operations.operation("op-1", "B-2", Events.packed()));
    shop.recorded(Operations.operation("op-2", "B-2", Events.packed()));
  }

  private static List<String> found(
      Optional<ChannelId> channel, Optional<UpdateState> state, Optional<String> text) {
    OrderQuery query =
        new OrderQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            channel,
            state,
            Optional.empty(),
            Optional.empty(),
            text);
    return DATABASE
        .persistence()
        .findOrders()
        .find(Stores.SHOP, query, PageRequest.first())
        .items()
        .stream()
        .map(order -> order.number().value())
        .toList();
  }

  @Test
  void ordersWithAnEventThatWasNotSentAreFound() {
    assertThat(found(Optional.empty(), Optional.of(UpdateState.NOT_SENT), Optional.empty()))
        .containsExactly("B-2");
  }

  @Test
  void notSentIsAskedOfTheChannelThatIsAskedFor() {
    assertThat(
            found(
                Optional.of(new ChannelId("web")),
                Optional.of(UpdateState.NOT_SENT),
                Optional.empty()))
        .containsExactly("B-2");
    assertThat(
            found(
                Optional.of(new ChannelId("other")),
                Optional.of(UpdateState.NOT_SENT),
                Optional.empty()))
        .isEmpty();
  }

  @Test
  void capitalsComeFirstWhateverTheLocaleOfTheDatabase() {
    assertThat(found(Optional.empty(), Optional.empty(), Optional.empty()))
        .containsExactly("B-2", "C-3", "a-1");
  }

  @Test
  void textWithWhatADatabaseCannotHoldFindsNothing() {
    assertThat(found(Optional.empty(), Optional.empty(), Optional.of("B\0-2"))).isEmpty();
  }

  @Test
  void onlyTheFirstHundredCharactersOfTextAreLookedFor() {
    assertThat(found(Optional.empty(), Optional.empty(), Optional.of("x".repeat(1_000_000))))
        .isEmpty();
  }
}
