package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.statusevents.application.access.Role;

/// What cannot be read and what the order does not allow are told together. The order has three
/// lines of four.
final class AllProblemsTest {
  private static final String STORE = "/api/v1/stores/shop";

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void importOrder() {
    api.shop();
    api.client(Role.INGEST).put(STORE + "/orders/1001", Bodies.order(3)).is(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ITEM_SET_EXPECTED_SHIP_DATE | {"lines": [{"line": 9}]}                       | /date /lines/0/line
          ITEM_SET_ACTUAL_SHIP_DATE   | {"lines": [{"line": 1, "quantity": 5}, {"line": 8}], "date": "soon"} | /date /lines/0/quantity /lines/1/line
          ITEM_CANCEL                 | {"lines": [{"line": 9}], "amount": 3}          | /amount /lines/0/line
          ITEM_CANCEL                 | {"lines": [{"line": 9, "quantity": 0}]}        | /lines/0/line /lines/0/quantity
          ITEM_CANCEL                 | {"lines": [{"line": "x"}, {"line": 9}]}        | /lines/0/line
          ORDER_ADD_TRACKING_NUMBER   | {"lines": [{"line": 9}], "shippedOn": "today"} | /lines/0/line /shippedOn /trackingNumber
          ORDER_EDIT_TRACKING_NUMBER  | {"trackingNumber": "T", "lines": [{"line": 9}]} | /lines/0/line /oldTrackingNumber
          ITEM_EXCHANGE               | {"lines": [{"line": 9}], "newOrder": {"number": "1002"}} | /lines/0/line /newOrder/lines
          ITEM_REVISE                 | {"changes": [{"line": 9}, {"line": 8, "quantity": 0}]} | /changes/0 /changes/0/line /changes/1/line /changes/1/quantity
          ORDER_CHANGE_STATUS         | {"label": "Sold out", "colour": "red"}         | /colour /label
          ITEM_CHANGE_STATUS          | {"lines": [{"line": 9, "label": "Sold out", "x": 1}]} | /lines/0/label /lines/0/line /lines/0/x
          """)
  void allThatIsWrongWithAnEventIsToldAtOnce(String type, String data, String places) {
    List<String> pointers =
        post(event(type, data)).isProblem(422, "invalid").pointers().stream().sorted().toList();
    assertThat(pointers)
        .isEqualTo(List.of(places.split(" ", -1)).stream().map(p -> "/events/0/data" + p).toList());
    assertNothingHappened();
  }

  @Test
  void eventsBeforeOneThatCannotBeReadAreJudgedToo() {
    String events =
        String.join(
            ",",
            event("ORDER_CHANGE_STATUS", "{\"label\": \"Sold out\"}"),
            event("ITEM_RETURN", "{\"lines\": [{\"line\": 1, \"quantity\": 5}]}"),
            event("ORDER_EXPLODE", "{}"),
            event("ITEM_SET_EXPECTED_SHIP_DATE", "{\"lines\": \"all\"}"));
    assertThat(post(events).isProblem(422, "invalid").pointers())
        .containsExactlyInAnyOrder(
            "/events/0/data/label",
            "/events/1/data/lines/0/quantity",
            "/events/2/type",
            "/events/3/data/date");
    assertNothingHappened();
  }

  /// It may build on what could not be read: here, on the line that would have been added.
  @Test
  void anEventBehindOneThatCannotBeReadIsNotJudged() {
    String events =
        String.join(
            ",",
            event("ITEM_ADD", "{\"newLines\": [{\"line\": 4, \"sku\": \"N\", \"name\": \"N\"}]}"),
            event("ITEM_CANCEL", "{\"lines\": [{\"line\": 4}]}"));
    assertThat(post(events).isProblem(422, "invalid").pointers())
        .containsExactly("/events/0/data/newLines/0/quantity");
  }

  @Test
  void explainTellsTheSame() {
    String events = event("ITEM_SET_EXPECTED_SHIP_DATE", "{\"lines\": [{\"line\": 9}]}");
    assertThat(
            api.client(Role.READ)
                .post(STORE + "/orders/1001/explain", "{\"events\": [" + events + "]}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactlyInAnyOrder("/events/0/data/date", "/events/0/data/lines/0/line");
  }

  private static String event(String type, String data) {
    return "{\"type\": \"" + type + "\", \"data\": " + data + "}";
  }

  private ApiClient.Response post(String events) {
    return api.client(Role.INGEST)
        .post(STORE + "/operations", Bodies.operation("op-1", "1001", events));
  }

  private void assertNothingHappened() {
    JsonNode order = api.client(Role.READ).get(STORE + "/orders/1001").is(200).json();
    assertThat(order.path("version").asInt()).isEqualTo(1);
  }
}
