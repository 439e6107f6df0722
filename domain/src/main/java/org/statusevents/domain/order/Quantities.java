package org.statusevents.domain.order;

/// How many of a line were ordered and what became of them. Each is recorded from what events
/// carry; none may exceed what was ordered. `cancelledWithOrder` is the part of `cancelled` that an
/// Order Cancel took and an Order Uncancel gives back; `moved` went to a new order (R18).
public record Quantities(
    int ordered, int shipped, int cancelled, int cancelledWithOrder, int returned, int moved) {
  public static final int ORDERED_MAX = 1_000_000;

  public Quantities {
    if (ordered < 1 || ordered > ORDERED_MAX) {
      throw new IllegalArgumentException(
          "ordered: " + ordered + " (expected: 1.." + ORDERED_MAX + ")");
    }
    if (shipped < 0 || cancelledWithOrder < 0 || returned < 0 || moved < 0) {
      throw new IllegalArgumentException("quantities: negative");
    }
    if (cancelledWithOrder > cancelled
        || shipped + cancelled + moved > ordered
        || cancelled + returned + moved > ordered) {
      throw new IllegalArgumentException(
          "quantities: shipped "
              + shipped
              + ", cancelled "
              + cancelled
              + ", moved "
              + moved
              + ", returned "
              + returned
              + " (expected: within "
              + ordered
              + ")");
    }
  }

  public static Quantities ordered(int ordered) {
    return new Quantities(ordered, 0, 0, 0, 0, 0);
  }

  /// What the order still has to ship.
  public int needed() {
    return ordered - shipped - cancelled - moved;
  }

  /// How many could still come back. Ships that nobody reported do not stand in the way.
  public int returnable() {
    return ordered - cancelled - returned - moved;
  }

  /// Cancelled, returned or moved in full: nothing is left for the customer in this line.
  public boolean closed() {
    return cancelled + returned + moved >= ordered;
  }

  public Quantities ship(int quantity) {
    return new Quantities(
        ordered, shipped + quantity, cancelled, cancelledWithOrder, returned, moved);
  }

  public Quantities cancel(int quantity) {
    return new Quantities(
        ordered, shipped, cancelled + quantity, cancelledWithOrder, returned, moved);
  }

  public Quantities cancelWithOrder() {
    int open = Math.min(needed(), returnable());
    return new Quantities(
        ordered, shipped, cancelled + open, cancelledWithOrder + open, returned, moved);
  }

  public Quantities uncancelWithOrder() {
    return new Quantities(ordered, shipped, cancelled - cancelledWithOrder, 0, returned, moved);
  }

  public Quantities returned(int quantity) {
    return new Quantities(
        ordered, shipped, cancelled, cancelledWithOrder, returned + quantity, moved);
  }

  public Quantities unreturned(int quantity) {
    return new Quantities(
        ordered, shipped, cancelled, cancelledWithOrder, returned - quantity, moved);
  }

  public Quantities move(int quantity) {
    return new Quantities(
        ordered, shipped, cancelled, cancelledWithOrder, returned, moved + quantity);
  }

  public Quantities reordered(int quantity) {
    return new Quantities(quantity, shipped, cancelled, cancelledWithOrder, returned, moved);
  }

  /// The least that can have been ordered, given what became of it.
  public int orderedMin() {
    return Math.max(1, Math.max(shipped + cancelled + moved, cancelled + returned + moved));
  }
}
