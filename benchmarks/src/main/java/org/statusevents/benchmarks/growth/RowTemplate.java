package org.statusevents.benchmarks.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The row of an order as COPY writes it, from which the same row of other orders is made: the
/// order's number and every UUID of the row are put anew, all else stays.
final class RowTemplate {
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final List<Piece> pieces = new ArrayList<>();

  /// Text, the place of the number, or the place of an id.
  private sealed interface Piece {
    record Text(String text) implements Piece {}

    record NumberHere() implements Piece {}

    record Id(UUID known) implements Piece {}
  }

  RowTemplate(String row, String number) {
    Matcher found = Pattern.compile(Pattern.quote(number) + "|" + UUIDS.pattern()).matcher(row);
    int from = 0;
    while (found.find()) {
      pieces.add(new Piece.Text(row.substring(from, found.start())));
      pieces.add(
          found.group().equals(number)
              ? new Piece.NumberHere()
              : new Piece.Id(UUID.fromString(found.group())));
      from = found.end();
    }
    pieces.add(new Piece.Text(row.substring(from)));
  }

  /// Appends the row for `number`, the `copy`th made, with a line end. One id of the template
  /// becomes one id of the copy, in whatever row it stands.
  void append(StringBuilder text, String number, int copy) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(String plain) -> text.append(plain);
        case Piece.NumberHere() -> text.append(number);
        case Piece.Id(UUID known) -> text.append(idOf(known, copy));
      }
    }
    text.append('\n');
  }

  /// The first half tells the template's id, the second the copy.
  private static UUID idOf(UUID known, int copy) {
    long variant = 0x8000_0000_0000_0000L;
    long mixed = (known.getLeastSignificantBits() << 32 | (copy & 0xffff_ffffL)) & ~(3L << 62);
    return new UUID(known.getMostSignificantBits(), variant | mixed);
  }
}
