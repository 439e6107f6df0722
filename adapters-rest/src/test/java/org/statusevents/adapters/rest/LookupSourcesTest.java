package org.statusevents.adapters.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where look-ups are counted as coming from.
final class LookupSourcesTest {
  private static final int MISSES_OF_SOURCE_MAX = 30;

  private static ApiClient.Response ask(RunningApi api, int order, String forwardedFor) {
    String body = "{\"order\":\"N-" + order + "\",\"postalCode\":\"1\"}";
    return api.stranger()
        .send(
            new ApiClient.Sent(
                "POST",
                "/api/v1/stores/shop/status-lookup",
                Map.of("Content-Type", "application/json", "X-Forwarded-For", forwardedFor),
                Optional.of(body.getBytes(StandardCharsets.UTF_8))));
  }

  @Nested
  final class WithoutProxy {
    @RegisterExtension final RunningApi api = new RunningApi();

    @Test
    void whatAClientSaysOfItselfIsNotBelieved() {
      api.shop();
      for (int i = 0; i < MISSES_OF_SOURCE_MAX; i++) {
        ask(api, i, "203.0.113." + i).is(404);
      }
      ask(api, 99, "203.0.113.99").isProblem(429, "too-many-tries");
    }
  }

  @Nested
  final class BehindProxy {
    @RegisterExtension
    final RunningApi api = new RunningApi(HttpApiConfig.defaults("127.0.0.1", 0).trustingProxy());

    @Test
    void theLastAddressIsTheProxysWord() {
      api.shop();
      for (int i = 0; i < MISSES_OF_SOURCE_MAX; i++) {
        ask(api, i, "198.51.100." + i + ", 203.0.113.7").is(404);
      }
      ask(api, 98, "198.51.100.98, 203.0.113.7").isProblem(429, "too-many-tries");
      ask(api, 99, "198.51.100.98, 203.0.113.8").is(404);
    }

    @Test
    void anIpv6NetworkIsOneSource() {
      api.shop();
      for (int i = 0; i < MISSES_OF_SOURCE_MAX; i++) {
        ask(api, i, "2001:db8:1:2::" + i).is(404);
      }
      ask(api, 98, "2001:db8:1:2:ffff::1").isProblem(429, "too-many-tries");
      ask(api, 99, "2001:db8:1:3::1").is(404);
    }
  }
}
