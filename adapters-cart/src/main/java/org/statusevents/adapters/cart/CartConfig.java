package org.statusevents.adapters.cart;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// What the channels need to know of where they run. `allowedNetworks` are the private or special
/// ranges, written like `127.0.0.0/8`, that receivers may be in nevertheless; `connectTimeout` and
/// `exchangeTimeout` bound a send, the second from the look-up of the name to the last byte.
public record CartConfig(
    List<String> allowedNetworks,
    InstantSource clock,
    Duration connectTimeout,
    Duration exchangeTimeout) {
  public CartConfig {
    allowedNetworks = List.copyOf(allowedNetworks);
  }

  /// 5 seconds to connect and 10 for all.
  public static CartConfig standard(List<String> allowedNetworks, InstantSource clock) {
    return new CartConfig(allowedNetworks, clock, Duration.ofSeconds(5), Duration.ofSeconds(10));
  }
}
