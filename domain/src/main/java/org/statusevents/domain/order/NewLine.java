package org.statusevents.domain.order;

/// A line as it comes in with an import or an Item Add.
public record NewLine(int line, String sku, String name, int quantity) {
  public static final int LINE_MAX = 100_000;
  public static final int SKU_LENGTH_MAX = 100;
  public static final int NAME_LENGTH_MAX = 300;

  public NewLine {
    if (line < 1 || line > LINE_MAX) {
      throw new IllegalArgumentException("line: " + line + " (expected: 1.." + LINE_MAX + ")");
    }
    if (quantity < 1 || quantity > Quantities.ORDERED_MAX) {
      throw new IllegalArgumentException(
          "quantity: " + quantity + " (expected: 1.." + Quantities.ORDERED_MAX + ")");
    }
  }
}
