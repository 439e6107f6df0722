package org.statusevents.bootstrap.demo;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks Standard Webhooks signatures as a receiver does.
record WebhookSignature(String secret) {
  private static final String PREFIX = "whsec_";

  /// True where one of the signatures in `header` is that of the message.
  boolean isRight(String id, String timestamp, String body, String header) {
    byte[] expected =
        ("v1," + sign(id + "." + timestamp + "." + body)).getBytes(StandardCharsets.US_ASCII);
    boolean right = false;
    for (String signature : header.split(" ", -1)) {
      right |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
    return right;
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "WebhookSignature[withheld]";
  }
}
