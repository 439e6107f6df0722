package org.statusevents.application.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The text of a key: `sep_live_<id>_<32 random bytes, base62><crc32>`. The fixed prefix and the
/// checksum let leaked keys be found by scanners.
record KeyText(String id, String text) {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 12;
  private static final int SECRET_BYTES = 32;
  private static final int SECRET_LENGTH = 43;
  private static final int CHECKSUM_LENGTH = 6;
  private static final Pattern FORM =
      Pattern.compile(
          "sep_live_([0-9A-Za-z]{"
              + ID_LENGTH
              + "})_[0-9A-Za-z]{"
              + (SECRET_LENGTH + CHECKSUM_LENGTH)
              + "}");

  static KeyText mint(RandomGenerator randomness) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ALPHABET.charAt(randomness.nextInt(ALPHABET.length())));
    }
    byte[] secret = new byte[SECRET_BYTES];
    randomness.nextBytes(secret);
    String body = "sep_live_" + id + "_" + base62(new BigInteger(1, secret), SECRET_LENGTH);
    return new KeyText(id.toString(), body + checksum(body));
  }

  /// The key that `text` is in form; empty where it is none.
  static Optional<KeyText> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String body = text.substring(0, text.length() - CHECKSUM_LENGTH);
    return text.endsWith(checksum(body))
        ? Optional.of(new KeyText(form.group(1), text))
        : Optional.empty();
  }

  byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
  }

  private static String base62(BigInteger number, int length) {
    StringBuilder text = new StringBuilder();
    BigInteger base = BigInteger.valueOf(ALPHABET.length());
    BigInteger rest = number;
    for (int i = 0; i < length; i++) {
      BigInteger[] parts = rest.divideAndRemainder(base);
      text.append(ALPHABET.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return text.reverse().toString();
  }

  @Override
  public String toString() {
    return "KeyText[" + id + "]";
  }
}
