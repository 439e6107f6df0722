package org.statusevents.adapters.cart.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an address of a receiver must look like, before anybody looks up its name.
final class UrlForm {
  private static final int LENGTH_MAX = 2_000;
  private static final int PORT_MAX = 65_535;
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
}
