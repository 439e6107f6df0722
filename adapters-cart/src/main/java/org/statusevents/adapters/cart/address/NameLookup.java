package org.statusevents.adapters.cart.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// What a host's name stands for just now. Safe for many threads.
@FunctionalInterface
interface NameLookup {

  /// The addresses of `host`, a name or an address itself; at least one. Answers in bounded time; a
  /// name that is not found, or not in time, throws.
  List<InetAddress> addresses(String host) throws UnknownHostException;
}
