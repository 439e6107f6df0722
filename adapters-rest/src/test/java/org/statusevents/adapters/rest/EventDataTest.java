package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.statusevents.adapters.rest.ApiClient.Response;
import org.statusevents.application.access.Role;

/// What each kind of event carries, right and wrong. The order has three lines of four.
final class EventDataTest {
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
          DROP_SHIP_ORDERED       | {"lines": [{"line": 1}], "supplier": "S", "purchaseOrder": "P"}
          DROP_SHIP_CANCELED      | {"lines": "all", "reason": "gone", "reference": "R-1"}
          ITEM_ADD                | {"newLines": [{"line": 4, "sku": "N", "name": "New", "quantity": 1}]}
          ITEM_CANCEL             | {"lines": [{"line": 1, "quantity": 4}, {"line": 2}]}
          ITEM_CHANGE_STATUS      | {"lines": [{"line": 1, "label": "Paid"}]}
          ITEM_CHANGE_STATUS      | {"lines": [{"line": 1}, {"line": 2, "label": "Paid"}], "label": "Shipped"}
          ITEM_CHANGE_STATUS      | {"lines": "all", "label": "Paid"}
          ITEM_EXCHANGE           | {"lines": [{"line": 1}]}
          ITEM_FILL_BACKORDER     | {"lines": [{"line": 1}], "newOrder": null}
          ITEM_RETURN             | {"lines": [{"line": 3, "quantity": 2}]}
          ITEM_REVISE             | {"changes": [{"line": 1, "quantity": 5}, {"line": 2, "name": "B"}]}
          ITEM_REVISE             | {"lines": [{"line": 1}], "changes": {"sku": "X"}}
          ITEM_REVISE             | {"changes": {"line": 1, "sku": "X"}}
          ITEM_REVISE             | {"lines": "all", "changes": {"quantity": 9}}
          ITEM_REVISE             | {"lines": [{"line": 1}], "changes": [{"line": 1, "sku": "X"}]}
          ITEM_REVISE             | {"lines": "all", "changes": [{"line": 1, "sku": "X"}]}
          ITEM_SET_EXPECTED_SHIP_DATE | {"lines": "all", "date": "2026-04-01"}
          ITEM_SET_ACTUAL_SHIP_DATE   | {"lines": [{"line": 1, "quantity": 3}], "date": "2026-04-01"}
          ITEM_FORCE_BACKORDER    | {"lines": [{"line": 1}]}
          ORDER_ADD_TRACKING_NUMBER   | {"trackingNumber": "T"}
          ORDER_ADD_TRACKING_NUMBER   | {"carrier": "UPS", "trackingNumber": "T", "lines": "all"}
          ORDER_APPROVE           | {}
          ORDER_CANCEL            | {"reason": "customer's wish\\nby phone"}
          ORDER_CANCEL_BACK_ORDER | {"lines": [{"line": 1}]}
          ORDER_CHANGE_STATUS     | {"label": "Paid"}
          ORDER_CREDIT_ISSUED     | {"reference": "C-1"}
          ORDER_FORCE_BACKORDER   | {}
          ORDER_FILL_BACKORDER    | {}
          ORDER_PACK              | {"reference": "Box 1"}
          ORDER_SET_ACTUAL_SHIP_DATE  | {"date": "2026-03-05", "lines": "all"}
          """)
  void rightDataIsTaken(String type, String data) {
    post(type, data).is(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ITEM_CANCEL         | {}                                           | /lines
          ITEM_CANCEL         | {"lines": "some"}                            | /lines
          ITEM_CANCEL         | {"lines": []}                                | /lines
          ITEM_CANCEL         | {"lines": [{"line": 1, "quantity": 5}]}      | /lines/0/quantity
          ITEM_CANCEL         | {"lines": [{"line": 1, "quantity": 0}]}      | /lines/0/quantity
          ITEM_CANCEL         | {"lines": [{"line": 1, "quantity": 1e3}]}    | /lines/0/quantity
          ITEM_CANCEL         | {"lines": [{"line": 1, "quantity": 99999999999}]} | /lines/0/quantity
          ITEM_CANCEL         | {"lines": [{"line": 9}]}                     | /lines/0/line
          ITEM_CANCEL         | {"lines": [{"line": 1}, {"line": 1}]}        | /lines/1/line
          ITEM_CANCEL         | {"lines": [{"line": 1, "amount": 3}]}        | /lines/0/amount
          ITEM_CANCEL         | {"lines": [{"quantity": 1}]}                 | /lines/0/line
          ITEM_CANCEL         | {"lines": [1]}                               | /lines/0
          ITEM_ADD            | {"newLines": [{"line": 3, "sku": "N", "name": "N", "quantity": 1}]} | /newLines/0/line
          ITEM_CHANGE_STATUS  | {"lines": [{"line": 1, "label": "Sold out"}]} | /lines/0/label
          ITEM_CHANGE_STATUS  | {"lines": [{"line": 1}]}                     | /lines/0/label
          ITEM_CHANGE_STATUS  | {"lines": "all"}                             | /label
          ITEM_CHANGE_STATUS  | {"lines": "all", "label": "a'b"}             | /label
          ITEM_EXCHANGE       | {"lines": [{"line": 1}], "newOrder": {"number": "1002"}} | /newOrder/lines
          ITEM_EXCHANGE       | {"lines": [{"line": 1}], "newOrder": {"number": "1001", "lines": [{"line": 1, "sku": "N", "name": "N", "quantity": 1}]}} | /newOrder/number
          ITEM_REVISE         | {"changes": [{"line": 1}]}                   | /changes/0
          ITEM_REVISE         | {"changes": {"sku": "X"}}                    | /lines
          ITEM_REVISE         | {"changes": "much"}                          | /changes
          ITEM_REVISE         | {"lines": [{"line": 9}], "changes": {"sku": "X"}}     | /lines/0/line
          ITEM_REVISE         | {"lines": [{"line": 2}], "changes": [{"line": 1, "sku": "X"}]} | /lines/0/line
          ITEM_REVISE         | {"lines": "all", "changes": {"quantity": 0}} | /changes/quantity
          ITEM_REVISE         | {"lines": "all", "changes": {"price": 1, "sku": "X"}} | /changes/price
          ITEM_SET_EXPECTED_SHIP_DATE | {"lines": "all", "date": "2026-02-30"} | /date
          ITEM_SET_EXPECTED_SHIP_DATE | {"lines": "all"}                     | /date
          ORDER_SET_ACTUAL_SHIP_DATE  | {"date": "2026-03-05T10:00:00Z"}     | /date
          ORDER_SET_ACTUAL_SHIP_DATE  | {"date": 20260305}                   | /date
          ORDER_SET_ACTUAL_SHIP_DATE  | {"date": "2026-03-05", "lines": [{"line": 1}]} | /lines
          ORDER_ADD_TRACKING_NUMBER   | {"carrier": "UPS"}                   | /trackingNumber
          ORDER_ADD_TRACKING_NUMBER   | {"trackingNumber": " "}              | /trackingNumber
          ORDER_ADD_TRACKING_NUMBER   | {"trackingNumber": "T", "lines": [{"line": 1, "quantity": 5}]} | /lines/0/quantity
          ORDER_EDIT_TRACKING_NUMBER  | {"oldTrackingNumber": "T", "trackingNumber": "U"} | /oldTrackingNumber
          ORDER_EDIT_TRACKING_NUMBER  | {"trackingNumber": "U"}              | /oldTrackingNumber
          ORDER_CHANGE_STATUS | {"label": "Sold out"}                        | /label
          ORDER_CHANGE_STATUS | {}                                           | /label
          ORDER_APPROVE       | {"date": "2026-03-05"}                       | /date
          ORDER_APPROVE       | {"reason": "a\\u0007b"}                      | /reason
          ORDER_APPROVE       | {"reason": "\\ud83d alone"}                  | /reason
          ORDER_APPROVE       | {"card~/number": "4111"}                     | /card~0~1number
          """)
  void wrongDataIsRefusedWhereItIsWrong(String type, String data, String pointer) {
    assertThat(post(type, data).isProblem(422, "invalid").pointers())
        .containsExactly("/events/0/data" + pointer);
    assertThat(order().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void aLineOfAParcelWithoutQuantityIsAllThatWasOrderedOfIt() {
    post(
            "ORDER_ADD_TRACKING_NUMBER",
            """
            {"carrier": "UPS", "trackingNumber": "T", "shippedOn": "2026-03-05",
             "lines": [{"line": 1}, {"line": 2, "quantity": 1}]}
            """)
        .is(200);
    assertThat(order().at("/parcels/0/lines").toString())
        .isEqualTo("[{\"line\":1,\"quantity\":4},{\"line\":2,\"quantity\":1}]");
  }

  @Test
  void aTrackingNumberCanBeEdited() {
    post("ORDER_ADD_TRACKING_NUMBER", "{\"trackingNumber\": \"T\"}").is(200);
    api.client(Role.INGEST)
        .post(
            STORE + "/operations",
            Bodies.operation(
                "op-2",
                "1001",
                "{\"type\": \"ORDER_EDIT_TRACKING_NUMBER\", \"data\":"
                    + " {\"oldTrackingNumber\": \"T\", \"trackingNumber\": \"U\"}}"))
        .is(200);
    assertThat(order().path("parcels").findValuesAsText("number")).containsExactly("U");
  }

  private Response post(String type, String data) {
    return api.client(Role.INGEST)
        .post(
            STORE + "/operations",
            Bodies.operation(
                "op-1", "1001", "{\"type\": \"" + type + "\", \"data\": " + data + "}"));
  }

  private JsonNode order() {
    return api.client(Role.READ).get(STORE + "/orders/1001").is(200).json();
  }
}
