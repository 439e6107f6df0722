package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.TestStore;

final class StatusLookupTest {
  private static final String LOOKUP = "/api/v1/stores/shop/status-lookup";

  @RegisterExtension final RunningApi api = new RunningApi();

  private static String question(String order, String postalCode) {
    return "{\"order\":\"" + order + "\",\"postalCode\":\"" + postalCode + "\"}";
  }

  @Test
  void whoKnowsNumberAndPostalCodeSeesTheOrderInPublicWords() {
    TestStore shop = api.shop();
    shop.change(
        new ConfigurationChange.SetLabel(
            new StatusLabel(
                new LabelText("Shipped"),
                LabelKind.SHIPPED,
                "#2e8540",
                Map.of("de", "Versandt"),
                false,
                false)));
    shop.change(
        new ConfigurationChange.SetLabel(
            new StatusLabel(
                new LabelText("Received"), LabelKind.RECEIVED, "#2e8540", Map.of(), true, false)));
    shop.imported(OrderFixture.order("A-1").withCartOrderNumber("W-1"));
    shop.recorded(
        Operations.operation(
            "op-1",
            "A-1",
            Events.shipped(2, 1),
            Events.expected(3),
            Events.tracked("UPS", "1Z999AA10123456784")));
    var answer = api.stranger().post(LOOKUP, question("W-1", "90210")).is(200);
    JsonNode status = answer.json();
    assertThat(status.path("number").asText()).isEqualTo("A-1");
    assertThat(status.path("orderLabel").asText()).isEqualTo("Versandt");
    assertThat(status.path("billToName").asText()).isEqualTo("Ada Besteller");
    assertThat(status.path("shipToName").asText()).isEqualTo("Bea Empfänger");
    assertThat(status.path("lines").path(0).path("label").isNull()).isTrue();
    assertThat(status.path("lines").path(1).path("label").asText()).isEqualTo("Item Shipped");
    assertThat(status.path("lines").path(1).path("shipped").asInt()).isEqualTo(1);
    assertThat(status.path("lines").path(2).path("expectedShipDate").asText())
        .isEqualTo("2026-03-08");
    assertThat(status.path("parcels").path(0).path("url").asText())
        .isEqualTo("https://www.ups.com/track?tracknum=1Z999AA10123456784");
    assertThat(answer.text()).doesNotContain("90210", "customer.example", "+43");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void everyMissIsTheSameToTheByte() {
    TestStore shop = api.shop();
    shop.imported(OrderFixture.order("A-1"));
    var wrongCode = api.stranger().post(LOOKUP, question("A-1", "90211"));
    wrongCode.isProblem(404, "status-not-found");
    for (var miss :
        new ApiClient.Response[] {
          api.stranger().post(LOOKUP, question("A-2", "90210")),
          api.stranger().post("/api/v1/stores/none/status-lookup", question("A-1", "90210")),
          api.stranger().post("/api/v1/stores/No%20ne/status-lookup", question("A-1", "90210"))
        }) {
      assertThat(miss.text()).isEqualTo(wrongCode.text());
      assertThat(miss.headers()).isEqualTo(wrongCode.headers());
      assertThat(miss.status()).isEqualTo(404);
    }
  }

  @Test
  void tooManyMissesMustWait() {
    TestStore shop = api.shop();
    shop.imported(OrderFixture.order("A-1"));
    for (int i = 0; i < 5; i++) {
      api.stranger().post(LOOKUP, question("A-1", "1" + i)).is(404);
    }
    var refused =
        api.stranger().post(LOOKUP, question("A-1", "90210")).isProblem(429, "too-many-tries");
    assertThat(refused.header("Retry-After")).contains("900");
    api.clock.advance(Duration.ofMinutes(16));
    api.stranger().post(LOOKUP, question("A-1", "90210")).is(200);
  }

  @Test
  void aQuestionMustBeWholeAndNothingElse() {
    api.shop();
    assertThat(
            api.stranger()
                .post(LOOKUP, "{\"order\":\"\",\"zip\":\"1\"}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactlyInAnyOrder("/order", "/postalCode", "/zip");
    api.stranger().post(LOOKUP, "[]").isProblem(422, "invalid");
    api.stranger().post(LOOKUP, question("x".repeat(101), "1")).isProblem(422, "invalid");
  }
}
