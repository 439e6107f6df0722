package org.statusevents.adapters.cart.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All addresses whose first `prefix` bits are those of `first`.
record AddressRange(InetAddress first, int prefix) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

  public AddressRange {
    int bits = first.getAddress().length * Byte.SIZE;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("prefix: " + prefix + " (expected: 0.." + bits + ")");
    }
  }

  /// The range written like `10.0.0.0/8` or `fd00::/8`; empty where `text` is none.
  static Optional<AddressRange> find(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AddressRange(
              InetAddress.ofLiteral(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// As [#find], for texts that are known to be right.
  static AddressRange of(String text) {
    return find(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\"" + text + "\" (expected: like 10.0.0.0/8 or fd00::/8)"));
  }

  /// IPv4 and IPv6 never contain each other.
  boolean contains(InetAddress address) {
    if (address instanceof Inet4Address != first instanceof Inet4Address) {
      return false;
    }
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
      int shift = Math.max(0, Byte.SIZE - (prefix - bit));
      int difference = (ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & 0xff;
      if (difference >>> shift != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + prefix;
  }
}
