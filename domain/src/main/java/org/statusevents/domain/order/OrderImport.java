package org.statusevents.domain.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.statusevents.domain.channel.ChannelId;

/// An order as it comes in: 1..[#LINES_MAX] lines, each number once.
public record OrderImport(
    OrderNumber number,
    Optional<String> cartOrderNumber,
    Optional<ChannelId> channel,
    Optional<Instant> orderedAt,
    CustomerContact contact,
    List<NewLine> lines) {
  public static final int LINES_MAX = 1_000;
  public static final int CART_ORDER_NUMBER_LENGTH_MAX = 100;

  public OrderImport {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > LINES_MAX) {
      throw new IllegalArgumentException(
          "lines: " + lines.size() + " (expected: 1.." + LINES_MAX + ")");
    }
    Set<Integer> numbers = new HashSet<>();
    for (NewLine line : lines) {
      if (!numbers.add(line.line())) {
        throw new IllegalArgumentException("lines: two with number " + line.line());
      }
    }
  }

  /// A stable digest of all that the import says: equal for equal imports, however they were
  /// written down, so that a repeated import is told from a different one.
  public String fingerprint() {
    StringBuilder text = new StringBuilder();
    append(text, number.value());
    append(text, cartOrderNumber.orElse(""));
    append(text, channel.map(ChannelId::value).orElse(""));
    append(text, orderedAt.map(Instant::toString).orElse(""));
    append(text, contact.locale().orElse(""));
    append(text, contact.billToName().orElse(""));
    append(text, contact.postalCode().orElse(""));
    append(text, contact.email().orElse(""));
    append(text, contact.phone().orElse(""));
    append(text, contact.shipToName().orElse(""));
    for (NewLine line : lines) {
      append(text, Integer.toString(line.line()));
      append(text, line.sku());
      append(text, line.name());
      append(text, Integer.toString(line.quantity()));
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void append(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part);
  }
}
