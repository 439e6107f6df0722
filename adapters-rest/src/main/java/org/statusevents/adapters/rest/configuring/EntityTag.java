package org.statusevents.adapters.rest.configuring;

import java.util.Arrays;

/// Entity tags that stand for versions, and the conditions that clients make of them (RFC 9110).
final class EntityTag {
  private EntityTag() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /// True where the header is `*` or names the version, weakly or strongly.
  static boolean matches(String header, long version) {
    return Arrays.stream(header.split(",", -1))
        .map(tag -> tag.strip().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(of(version)));
  }
}
