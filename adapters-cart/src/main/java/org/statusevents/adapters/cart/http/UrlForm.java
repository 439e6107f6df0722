package org.statusevents.adapters.cart.http;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What an address of a receiver must look like, before anybody looks up its name.
final class UrlForm {
  private static final int LENGTH_MAX = 2_000;
  private static final int PORT_MAX = 65_535;
  private static final Pattern NUMBER_AT_END =
      Pattern.compile("(?:^|\\.)(?:\\d+|0[xX][0-9a-fA-F]*)\\.?$");
  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})(?:\\.(?!$)|$)){4}");
  private static final Set<String> SCHEMES = Set.of("https", "http");

  private UrlForm() {}

  /// Why `url` is none, as a sentence; empty when it is one.
  static Optional<String> problemWith(URI url) {
    if (url.getScheme() == null || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
      return Optional.of("the address has another scheme (expected: https or http)");
    }
    if (url.toString().length() > LENGTH_MAX) {
      return Optional.of("the address is too long (expected: at most " + LENGTH_MAX + ")");
    }
    if (url.getHost() == null) {
      return Optional.of(
          "the address has no host that can be read (expected: a name, international ones as"
              + " xn--..., or an address)");
    }
    if (isOddNumber(url.getHost())) {
      return Optional.of(
          "the address is a number in an odd form (expected: four numbers of 0..255 without leading"
              + " zeros)");
    }
    if (!hasShortParts(url.getHost())) {
      return Optional.of("the address has a name with a part that is too long (expected: 1..63)");
    }
    if (url.getHost().indexOf('%') >= 0) {
      return Optional.of("the address holds a zone of this machine (expected: nothing after %)");
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of("the address holds a user (expected: credentials among the secrets)");
    }
    if (url.getRawFragment() != null) {
      return Optional.of("the address holds a fragment (expected: nothing after #)");
    }
    return url.getPort() == 0 || url.getPort() > PORT_MAX
        ? Optional.of("the address has an impossible port (expected: 1.." + PORT_MAX + ")")
        : Optional.empty();
  }

  /// Readers do not agree whether `0177.0.0.1` is at home or far away.
  private static boolean isOddNumber(String host) {
    return NUMBER_AT_END.matcher(host).find() && !FOUR_NUMBERS.matcher(host).matches();
  }

  /// The client converts names, and what it cannot convert it throws.
  private static boolean hasShortParts(String host) {
    try {
      return !IDN.toASCII(host).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
