package org.statusevents.adapters.cart.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A channel's key for signatures by Standard Webhooks, written `whsec_` and base64.
final class SigningSecret {
  static final String EXPECTED = "expected: whsec_ and 24..64 bytes in base64";
  private static final String PREFIX = "whsec_";
  private static final int BYTES_MIN = 24;
  private static final int BYTES_MAX = 64;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private SigningSecret(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// The key in `text`; empty where there is none of the right form and size.
  static Optional<SigningSecret> find(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      return key.length < BYTES_MIN || key.length > BYTES_MAX
          ? Optional.empty()
          : Optional.of(new SigningSecret(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The value of `webhook-signature` for a message of that id, sent at `at`.
  String signature(String id, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signed =
          mac.doFinal(
              (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java can do " + ALGORITHM, e);
    }
  }
}
