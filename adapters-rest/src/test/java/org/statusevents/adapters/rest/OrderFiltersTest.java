package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.application.access.Role;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.TestStore;

/// Each filter of the list of orders, with what it finds and what it does not. Order A-1 was
/// imported; A-2 is from another day, approved, partly shipped and bound to the channel "till".
final class OrderFiltersTest {
  private static final String ORDERS = "/api/v1/stores/shop/orders";

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void importOrders() {
    TestStore shop =
        api.shop(
            Channels.everyEvent("web"),
            Channels.everyEvent("till"),
            Channels.paused(Channels.everyEvent("off")));
    shop.imported(
        OrderFixture.order("A-2")
            .withChannel("till")
            .withOrderedAt(Instant.parse("2026-02-03T10:00:00Z")));
    shop.imported(
        OrderFixture.order("A-1")
            .withCartOrderNumber("W-1")
            .withOrderedAt(Instant.parse("2026-02-01T10:00:00Z")));
    shop.recorded(
        Operations.operation(
            "op-1", "A-2", Events.shipped(1, 1), Events.approved(), Events.tracked("UPS", "1Z42")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orderLabel=Received            | A-1
          orderLabel=Paid                |
          orderLabel=                    |
          itemLabel=Item%20Shipped       | A-2
          itemLabel=Item%20Returned      |
          event=ORDER_APPROVE            | A-2
          event=ORDER_IMPORT             | A-1 A-2
          event=ORDER_CANCEL             |
          channel=till                   | A-2
          channel=web                    | A-1
          channel=nowhere                |
          deliveryState=owed             | A-1 A-2
          deliveryState=notSent          | A-1
          deliveryState=parked           |
          deliveryState=owed&channel=web | A-1
          deliveryState=notSent&channel=off | A-1
          deliveryState=notSent&channel=web |
          from=2026-02-02                | A-2
          from=2026-02-03T10:00:00Z      | A-2
          from=2026-02-03T10:00:01Z      |
          to=2026-02-02                  | A-1
          to=2026-01-31                  |
          from=2026-02-01&to=2026-02-03  | A-1 A-2
          from=2026-02-03&to=2026-02-01  |
          q=a-                           | A-1 A-2
          q=w-1                          | A-1
          q=1z4                          | A-2
          q=sku-3                        | A-1 A-2
          q=%25                          |
          """)
  void theListHoldsWhatFitsItsFilter(String query, String numbers) {
    List<String> expected = numbers == null ? List.of() : List.of(numbers.split(" ", -1));
    assertThat(
            api.client(Role.READ)
                .get(ORDERS + "?" + query)
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("number"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orderLabel=it%27s",
        "itemLabel=a%22b",
        "event=ORDER_EXPLODE",
        "channel=%2F",
        "deliveryState=sent",
        "deliveryState=NOT_SENT",
        "from=2026-02-30",
        "from=2026-02-01T10:00:00",
        "to=tomorrow",
        "q=%00",
        "limit=0",
        "limit=501",
        "limit=-1",
        "limit=1.0",
        "limit=%2B1",
        "cursor=AAAA"
      })
  void aFilterThatMakesNoSenseIsNamed(String query) {
    var refused = api.client(Role.READ).get(ORDERS + "?" + query);
    assertThat(refused.is(400).pointers()).containsExactly(query.split("=", 2)[0]);
  }
}
