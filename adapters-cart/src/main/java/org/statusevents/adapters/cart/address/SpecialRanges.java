package org.statusevents.adapters.cart.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// The addresses that are nobody's on the open internet, by the IANA registries of special-purpose
/// addresses. Of IPv6 only global unicast is open at all; Java turns IPv4-mapped addresses into
/// IPv4 by itself, and IPv4-compatible and NAT64 ones lie outside global unicast.
final class SpecialRanges {
  private static final List<AddressRange> IPV4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          // A cloud's own services, though the address looks public.
          "168.63.129.16/32",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");
  private static final AddressRange IPV6_GLOBAL_UNICAST = AddressRange.of("2000::/3");
  private static final List<AddressRange> IPV6 =
      ranges(
          // Protocol assignments, Teredo among them.
          "2001::/23",
          "2001:db8::/32",
          // 6to4 carries IPv4 addresses, private ones too.
          "2002::/16",
          "3fff::/20");

  private SpecialRanges() {}

  static boolean contain(InetAddress address) {
    if (address instanceof Inet4Address) {
      return any(IPV4, address);
    }
    return !IPV6_GLOBAL_UNICAST.contains(address) || any(IPV6, address);
  }

  private static boolean any(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<AddressRange> ranges(String... texts) {
    return Arrays.stream(texts).map(AddressRange::of).toList();
  }
}
