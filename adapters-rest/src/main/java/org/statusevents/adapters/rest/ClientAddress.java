package org.statusevents.adapters.rest;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Where a request came from, for counting.
final class ClientAddress {
  private static final int HOST_BYTES_FROM = 8;

  private ClientAddress() {}

  /// The address of the connection, or what our own proxy says of it. Of an IPv6 address only the
  /// network, since each customer has all addresses within one.
  static String of(HttpServerRequest request, HttpApiConfig config) {
    String address = request.remoteAddress().hostAddress();
    @Nullable String forwarded = config.behindProxy() ? request.getHeader("X-Forwarded-For") : null;
    if (forwarded != null) {
      // The last is the one that our proxy wrote; those before it are the client's own words.
      address = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    return network(address);
  }

  private static String network(String address) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      return literal instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), HOST_BYTES_FROM))
          : literal.getHostAddress();
    } catch (IllegalArgumentException _) {
      return "unknown";
    }
  }
}
