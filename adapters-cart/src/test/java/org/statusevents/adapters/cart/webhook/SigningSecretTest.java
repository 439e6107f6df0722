package org.statusevents.adapters.cart.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SigningSecretTest {

  @Test
  void theVectorOfStandardWebhooksIsReproduced() {
    assertThat(
            SigningSecret.find("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .orElseThrow()
                .signature(
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    Instant.ofEpochSecond(1_614_265_330),
                    "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 32, 64})
  void keysOf24To64BytesAreTaken(int bytes) {
    assertThat(SigningSecret.find(secret(bytes))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 65})
  void shorterAndLongerKeysAreNot(int bytes) {
    assertThat(SigningSecret.find(secret(bytes))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n"
      })
  void anythingElseIsNoSecret(String text) {
    assertThat(SigningSecret.find(text)).isEmpty();
  }

  private static String secret(int bytes) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
