package org.statusevents.adapters.cart.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// The private or special ranges that channels may be reached at nevertheless, because the operator
/// says so: a shop in the same house, a receiver on the same machine.
public record AllowedNetworks(List<AddressRange> ranges) {
  public static final AllowedNetworks NONE = new AllowedNetworks(List.of());

  public AllowedNetworks {
    ranges = List.copyOf(ranges);
  }

  /// Ranges separated by commas, as in `127.0.0.0/8, fd00::/8`; a blank text allows nothing. Throws
  /// [IllegalArgumentException] with the first text that is no range.
  public static AllowedNetworks parse(String text) {
    return of(
        Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  /// As [#parse], already separated.
  public static AllowedNetworks of(Collection<String> ranges) {
    return new AllowedNetworks(ranges.stream().map(AddressRange::of).toList());
  }

  boolean contains(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
