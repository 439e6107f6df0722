package org.statusevents.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.label.LabelText;

/// An order as it stands: what was ordered, what became of it, and the labels it carries. `version`
/// is the number of events applied to it, which is the length of its history. Lines stand by
/// number. Labels never change facts and facts never change labels (R24).
public record Order(
    OrderNumber number,
    Optional<String> cartOrderNumber,
    Optional<ChannelId> channel,
    Optional<Instant> orderedAt,
    Optional<LabelText> label,
    long version,
    List<Line> lines,
    List<Parcel> parcels) {
  public static final int PARCELS_MAX = 500;

  public Order {
    lines = byNumber(lines);
    parcels = List.copyOf(parcels);
    if (version < 0) {
      throw new IllegalArgumentException("version: " + version + " (expected: >= 0)");
    }
  }

  /// The lines in order, without a copy where they are already; refuses two of one number.
  private static List<Line> byNumber(List<Line> lines) {
    List<Line> ordered = List.copyOf(lines);
    for (int i = 1; i < ordered.size(); i++) {
      int before = ordered.get(i - 1).number();
      int number = ordered.get(i).number();
      if (before == number) {
        throw new IllegalArgumentException("lines: two with number " + number);
      }
      if (before > number) {
        return byNumber(ordered.stream().sorted(Comparator.comparingInt(Line::number)).toList());
      }
    }
    return ordered;
  }

  /// A new order without labels, before its first event.
  public static Order from(OrderImport order) {
    return new Order(
        order.number(),
        order.cartOrderNumber(),
        order.channel(),
        order.orderedAt(),
        Optional.empty(),
        0,
        order.lines().stream().map(Line::of).toList(),
        List.of());
  }

  public Optional<Line> line(int number) {
    for (Line line : lines) {
      if (line.number() == number) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  public Order withLabel(LabelText newLabel) {
    return new Order(
        number,
        cartOrderNumber,
        channel,
        orderedAt,
        Optional.of(newLabel),
        version,
        lines,
        parcels);
  }

  public Order withVersion(long newVersion) {
    return new Order(
        number, cartOrderNumber, channel, orderedAt, label, newVersion, lines, parcels);
  }

  /// This order with `change` applied to each line; a line the change answers unchanged stays the
  /// same object.
  public Order mapLines(UnaryOperator<Line> change) {
    List<Line> next = new ArrayList<>(lines.size());
    for (Line line : lines) {
      next.add(change.apply(line));
    }
    return withLines(next);
  }

  public Order withLines(List<Line> newLines) {
    return new Order(
        number, cartOrderNumber, channel, orderedAt, label, version, newLines, parcels);
  }

  public Order withParcels(List<Parcel> newParcels) {
    return new Order(
        number, cartOrderNumber, channel, orderedAt, label, version, lines, newParcels);
  }
}
