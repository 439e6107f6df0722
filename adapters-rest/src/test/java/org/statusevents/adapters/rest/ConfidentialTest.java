package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.application.access.Role;

/// What is a secret or a person's is not repeated, not even to who sent it in a wrong form.
final class ConfidentialTest {
  private static final String SHOP = "/api/v1/stores/shop";

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void openShop() {
    api.shop();
  }

  @Test
  void aSecretOfAWrongFormIsNotShown() {
    for (String secrets :
        new String[] {"\"whsec_4711\"", "[\"whsec_4711\"]", "{\"code\": [\"whsec_4711\"]}"}) {
      var refused =
          api.client(Role.CONFIGURE)
              .put(
                  SHOP + "/channels/web",
                  "{\"adapter\": \"fake\", \"url\": \"https://cart.example\", \"secrets\": %s}"
                      .formatted(secrets));
      assertThat(refused.isProblem(422, "invalid").pointers().getFirst()).startsWith("/secrets");
      assertThat(refused.text()).doesNotContain("4711");
    }
  }

  @Test
  void aPersonsDataOfAWrongFormIsNotShown() {
    for (String billTo : new String[] {"\"Ada 4711\"", "{\"phone\": 4711}", "{\"name\": [4711]}"}) {
      var refused =
          api.client(Role.INGEST)
              .put(
                  SHOP + "/orders/1",
                  "{\"billTo\": %s, \"shipTo\": %s, \"lines\": [%s]}"
                      .formatted(billTo, billTo, Bodies.lines(1)));
      assertThat(refused.isProblem(422, "invalid").pointers()).isNotEmpty();
      assertThat(refused.text()).doesNotContain("4711");
    }
  }

  @Test
  void aQuestionOfAWrongFormIsNotShown() {
    var refused =
        api.stranger().post(SHOP + "/status-lookup", "{\"order\": 4711, \"postalCode\": 4711}");
    assertThat(refused.isProblem(422, "invalid").pointers())
        .containsExactly("/order", "/postalCode");
    assertThat(refused.text()).doesNotContain("4711");
  }
}
