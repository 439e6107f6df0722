package org.statusevents.adapters.persistence.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.statusevents.testkit.OrderFixture.order;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.adapters.persistence.database.PostgresWorld;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.application.reading.InvalidCursor;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// Whatever a caller makes of a cursor, it is refused as such and never reaches the database.
class CursorTamperingTest {
  private static final String END = "\u001f";

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  @BeforeAll
  static void fill() {
    TestStore shop =
        TestStore.create(
            new PostgresWorld(DATABASE.persistence()),
            Stores.withDefaults(Stores.SHOP, Channels.everyEvent("web")));
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
  }

  private static String cursor(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PageRequest after(String cursor) {
    return new PageRequest(1, Optional.of(cursor));
  }

  private static int orders(String cursor) {
    return DATABASE
        .persistence()
        .findOrders()
        .find(Stores.SHOP, OrderQuery.ANY, after(cursor))
        .items()
        .size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "", " ", "A-1\0", "A 1", "A-1\u001fA-2", "\ud800", "ü"})
  void aNumberThatNoOrderCanHaveIsRefused(String number) {
    assertThatThrownBy(() -> orders(cursor("orders" + END + number)))
        .isInstanceOf(InvalidCursor.class);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] bytes = ("orders" + END + "A-1").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xc3;

    assertThatThrownBy(() -> orders(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
        .isInstanceOf(InvalidCursor.class);
  }

  @Test
  void anotherSpellingOfAGivenCursorIsRefused() {
    String given =
        DATABASE
            .persistence()
            .findOrders()
            .find(Stores.SHOP, OrderQuery.ANY, new PageRequest(1, Optional.empty()))
            .next()
            .orElseThrow();

    assertThat(orders(given)).isEqualTo(1);
    assertThatThrownBy(() -> orders(given + "=")).isInstanceOf(InvalidCursor.class);
    assertThatThrownBy(() -> orders(given + "A".repeat(1_000))).isInstanceOf(InvalidCursor.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+1", "01", "1e3", "99999999999999999999", "", "0x1", "١"})
  void aSequenceThatNoEventCanHaveIsRefused(String sequence) {
    assertThatThrownBy(() ->
            DATABASE
                .persistence()
                .readHistory()
                .read(
                    Stores.SHOP,
                    new OrderNumber("A-1"),
                    after(cursor("historyA-1" + END + sequence))))
        .isInstanceOf(InvalidCursor.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-1-1-1-1", "", "\0", "01956540-0000-7000-8000-000000000001 ", "ZZ"})
  void anIdThatNoUpdateCanHaveIsRefused(String id) {
    assertThatThrownBy(() ->
            DATABASE
                .persistence()
                .readLedger()
                .updates(
                    Stores.SHOP,
                    Optional.empty(),
                    Optional.empty(),
                    after(cursor("updates" + END + id))))
        .isInstanceOf(InvalidCursor.class);
  }

  @Test
  void theCursorOfAnotherOrderIsRefused() {
    assertThatThrownBy(() ->
            DATABASE
                .persistence()
                .readLedger()
                .ofOrder(
                    Stores.SHOP,
                    new OrderNumber("A-2"),
                    after(cursor("ledgerA-1" + END + "1" + END + "1"))))
        .isInstanceOf(InvalidCursor.class);
  }
}
