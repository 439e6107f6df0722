package org.statusevents.domain.lookup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a postal code is the one an order was billed to (R48): compared without spaces and
/// hyphens, ignoring case, ZIP+4 on its first five digits.
public final class LookupProof {
  private static final Pattern ZIP_PLUS_4 = Pattern.compile("\\d{9}");
  private static final Pattern IGNORED = Pattern.compile("[\\s\\-\u2010-\u2015]");

  private LookupProof() {}

  /// True only where a code is known and equal. Takes as long for no code as for a wrong one.
  public static boolean proves(String offered, Optional<String> known) {
    byte[] expected = folded(known.orElse("")).getBytes(StandardCharsets.UTF_8);
    byte[] given = folded(offered).getBytes(StandardCharsets.UTF_8);
    boolean equal = MessageDigest.isEqual(expected, given);
    return equal && expected.length > 0;
  }

  private static String folded(String code) {
    String bare = IGNORED.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    return ZIP_PLUS_4.matcher(bare).matches() ? bare.substring(0, 5) : bare;
  }
}
