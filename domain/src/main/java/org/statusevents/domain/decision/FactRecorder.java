package org.statusevents.domain.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.AllLines;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.event.LineSelection.NoLines;
import org.statusevents.domain.event.LineSelection.SomeLines;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.order.Quantities;

/// Records on an order the facts that an event carries, or says what of them cannot be. Labels and
/// settings have no part in it. One instance per event; the order it answers is only of use when no
/// problem was found.
final class FactRecorder {
  private final String pointer;
  private final List<DataProblem> problems;

  /// `pointer` leads to the event's data in the operation; problems are added to `problems`.
  FactRecorder(String pointer, List<DataProblem> problems) {
    this.pointer = pointer;
    this.problems = problems;
  }

  Order record(Order order, OccurredEvent event) {
    return switch (event.data()) {
      case EventData.Nothing _ -> withoutData(order, event.type());
      case EventData.AffectedLines(LineSelection lines) ->
          affectedLines(order, event.type(), lines);
      case EventData.OrderedFromSupplier data ->
          onLines(order, data.lines(), Quantities::ordered, (line, _) -> line);
      case EventData.ExpectedShipDate(LineSelection lines, LocalDate date) ->
          onLines(order, lines, Quantities::ordered, (line, _) -> line.withExpectedShipDate(date));
      case EventData.ActualShipDate(LineSelection lines, LocalDate date) ->
          shipped(order, lines, date);
      case EventData.LinesAdded(List<NewLine> lines) -> added(order, lines);
      case EventData.LinesRevised(List<EventData.LineRevision> revisions) ->
          revised(order, revisions);
      case EventData.LinesRevisedAlike alike ->
          onLines(order, alike.lines(), Quantities::ordered, (line, _) -> revised(line, alike));
      case EventData.ParcelAdded(Parcel parcel) -> withParcel(order, parcel);
      case EventData.ParcelEdited(String old, Parcel parcel) -> parcelEdited(order, old, parcel);
      case EventData.LineLabelsChosen(List<EventData.ChosenLineLabel> labels) -> {
        var _ =
            checkedLines(
                order, labels.stream().map(EventData.ChosenLineLabel::line).toList(), "/lines");
        yield order;
      }
      case EventData.AllLineLabelsChosen _, EventData.OrderLabelChosen _, EventData.Imported _ ->
          order;
      case EventData.MovedToNewOrder(LineSelection lines, var newOrder) ->
          newOrder.isPresent()
              ? onLines(order, lines, Quantities::ordered, FactRecorder::moved)
              : onLines(order, lines, Quantities::ordered, (line, _) -> line);
    };
  }

  private static Order withoutData(Order order, EventType event) {
    if (event == StandardEvent.ORDER_CANCEL) {
      return order.mapLines(line -> line.withQuantities(line.quantities().cancelWithOrder()));
    }
    if (event == StandardEvent.ORDER_UNCANCEL) {
      return order.mapLines(line -> line.withQuantities(line.quantities().uncancelWithOrder()));
    }
    return order;
  }

  private Order affectedLines(Order order, EventType event, LineSelection lines) {
    if (event == StandardEvent.ITEM_CANCEL || event == StandardEvent.ORDER_CANCEL_BACK_ORDER) {
      return onLines(
          order,
          lines,
          FactRecorder::cancellable,
          (line, quantity) -> line.withQuantities(line.quantities().cancel(quantity)));
    }
    if (event == StandardEvent.ITEM_RETURN) {
      return onLines(
          order,
          lines,
          Quantities::returnable,
          (line, quantity) -> line.withQuantities(line.quantities().returned(quantity)));
    }
    if (event == StandardEvent.ITEM_UNRETURN) {
      return onLines(
          order,
          lines,
          Quantities::returned,
          (line, quantity) -> line.withQuantities(line.quantities().unreturned(quantity)));
    }
    return onLines(order, lines, Quantities::ordered, (line, _) -> line);
  }

  /// All open quantities of the whole order, or the named lines with theirs (section 8, rows 11,
  /// 28).
  private Order shipped(Order order, LineSelection lines, LocalDate date) {
    return onLines(
        order,
        lines,
        Quantities::needed,
        (line, quantity) -> {
          boolean nothingLeft = line.quantities().closed() && quantity == 0;
          return nothingLeft && lines instanceof AllLines
              ? line
              : line.withQuantities(line.quantities().ship(quantity)).withActualShipDate(date);
        });
  }

  private static int cancellable(Quantities quantities) {
    return Math.min(quantities.needed(), quantities.returnable());
  }

  private static Line moved(Line line, int quantity) {
    return line.withQuantities(
        line.quantities().move(Math.min(quantity, cancellable(line.quantities()))));
  }

  private Order added(Order order, List<NewLine> lines) {
    if (order.lines().size() + lines.size() > OrderImport.LINES_MAX) {
      problem(
          "/newLines",
          "the order would have "
              + (order.lines().size() + lines.size())
              + " lines (expected: at most "
              + OrderImport.LINES_MAX
              + ")");
      return order;
    }
    Set<Integer> taken = new HashSet<>();
    order.lines().forEach(line -> taken.add(line.number()));
    List<Line> next = new ArrayList<>(order.lines());
    for (int i = 0; i < lines.size(); i++) {
      if (taken.add(lines.get(i).line())) {
        next.add(Line.of(lines.get(i)));
      } else {
        problem(
            "/newLines/" + i + "/line",
            "line " + lines.get(i).line() + " exists already (expected: a number that is free)");
      }
    }
    return problems.isEmpty() ? order.withLines(next) : order;
  }

  private Order revised(Order order, List<EventData.LineRevision> revisions) {
    List<Integer> numbers = revisions.stream().map(EventData.LineRevision::line).toList();
    Map<Integer, Line> known = checkedLines(order, numbers, "/changes");
    Map<Integer, EventData.LineRevision> byLine = new HashMap<>();
    for (int i = 0; i < revisions.size(); i++) {
      EventData.LineRevision revision = revisions.get(i);
      byLine.put(revision.line(), revision);
      Line line = known.get(revision.line());
      int least = line == null ? 1 : line.quantities().orderedMin();
      int quantity = revision.quantity().orElse(least);
      if (quantity < least || quantity > Quantities.ORDERED_MAX) {
        problem("/changes/" + i + "/quantity", notOrderable(quantity, least));
      }
    }
    if (!problems.isEmpty()) {
      return order;
    }
    return order.mapLines(line -> {
      EventData.LineRevision revision = byLine.get(line.number());
      return revision == null
          ? line
          : revised(line, revision.sku(), revision.name(), revision.quantity());
    });
  }

  private static Line revised(
      Line line, Optional<String> sku, Optional<String> name, OptionalInt quantity) {
    return line.withNames(sku.orElse(line.sku()), name.orElse(line.name()))
        .withQuantities(line.quantities().reordered(quantity.orElse(line.quantities().ordered())));
  }

  /// The quantity stands in one place for all lines, so it is refused once.
  private Line revised(Line line, EventData.LinesRevisedAlike alike) {
    int least = line.quantities().orderedMin();
    int quantity = alike.quantity().orElse(least);
    if (quantity >= least && quantity <= Quantities.ORDERED_MAX) {
      return revised(line, alike.sku(), alike.name(), alike.quantity());
    }
    if (problems.isEmpty()) {
      problem("/changes/quantity", notOrderable(quantity, least));
    }
    return line;
  }

  private static String notOrderable(int quantity, int least) {
    return "quantity: "
        + quantity
        + " (expected: "
        + least
        + ".."
        + Quantities.ORDERED_MAX
        + ", no less than is shipped, cancelled or returned already)";
  }

  /// A number the order knows already is the same parcel, told again (R47).
  private Order withParcel(Order order, Parcel told) {
    Parcel parcel = counted(order, told);
    int known = indexOf(order, parcel.trackingNumber());
    List<Parcel> parcels = new ArrayList<>(order.parcels());
    if (known >= 0) {
      parcels.set(known, parcels.get(known).updatedBy(parcel));
      return order.withParcels(parcels);
    }
    if (parcels.size() >= Order.PARCELS_MAX) {
      problem(
          "/trackingNumber", "the order has " + Order.PARCELS_MAX + " parcels (expected: no more)");
      return order;
    }
    parcels.add(parcel);
    return order.withParcels(parcels);
  }

  /// Where the order has a parcel of the new number too, the two become one.
  private Order parcelEdited(Order order, String old, Parcel told) {
    Parcel parcel = counted(order, told);
    int known = indexOf(order, old);
    if (known < 0) {
      problem("/oldTrackingNumber", "the order has no parcel with this tracking number");
      return order;
    }
    int twin = indexOf(order, parcel.trackingNumber());
    List<Parcel> parcels = new ArrayList<>(order.parcels());
    if (twin >= 0 && twin != known) {
      parcels.set(known, parcels.get(known).updatedBy(parcels.get(twin)).updatedBy(parcel));
      parcels.remove(twin);
    } else {
      parcels.set(known, parcels.get(known).updatedBy(parcel));
    }
    return order.withParcels(parcels);
  }

  private static int indexOf(Order order, String trackingNumber) {
    for (int i = 0; i < order.parcels().size(); i++) {
      if (order.parcels().get(i).trackingNumber().equals(trackingNumber)) {
        return i;
      }
    }
    return -1;
  }

  /// The parcel with the quantity of each line in it, which may not exceed what was ordered.
  private Parcel counted(Order order, Parcel parcel) {
    Map<Integer, Line> known =
        checkedLines(
            order, parcel.lines().stream().map(Parcel.ParcelLine::line).toList(), "/lines");
    List<Parcel.ParcelLine> content = new ArrayList<>(parcel.lines().size());
    for (int i = 0; i < parcel.lines().size(); i++) {
      Parcel.ParcelLine named = parcel.lines().get(i);
      Line line = known.get(named.line());
      if (line != null) {
        int ordered = line.quantities().ordered();
        if (named.quantity() > ordered) {
          problem("/lines/" + i + "/quantity", tooMany(named.quantity(), ordered));
        }
        boolean all = named.quantity() == Parcel.ParcelLine.ALL;
        content.add(all ? new Parcel.ParcelLine(named.line(), ordered) : named);
      }
    }
    return new Parcel(parcel.carrier(), parcel.trackingNumber(), parcel.shippedOn(), content);
  }

  /// Changes the selected lines, each with its quantity: the one named, which may not exceed what
  /// `most` allows, or else all of that.
  private Order onLines(
      Order order,
      LineSelection selection,
      ToIntFunction<Quantities> most,
      BiFunction<Line, Integer, Line> change) {
    return switch (selection) {
      case NoLines _ -> order;
      case AllLines _ ->
          order.mapLines(line -> change.apply(line, most.applyAsInt(line.quantities())));
      case SomeLines(List<LineQuantity> lines) -> {
        Map<Integer, Line> known =
            checkedLines(order, lines.stream().map(LineQuantity::line).toList(), "/lines");
        Map<Integer, Integer> quantities = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
          LineQuantity wanted = lines.get(i);
          Line line = known.get(wanted.line());
          if (line != null) {
            int allowed = most.applyAsInt(line.quantities());
            int quantity = wanted.quantity().orElse(allowed);
            if (quantity > allowed) {
              problem("/lines/" + i + "/quantity", tooMany(quantity, allowed));
            }
            quantities.put(wanted.line(), quantity);
          }
        }
        UnaryOperator<Line> onSelected =
            line -> {
              Integer quantity = quantities.get(line.number());
              return quantity == null ? line : change.apply(line, quantity);
            };
        yield problems.isEmpty() ? order.mapLines(onSelected) : order;
      }
    };
  }

  /// The order's lines by number, after a check that each of `numbers` is one of them and is named
  /// once; empty where none is named.
  private Map<Integer, Line> checkedLines(Order order, List<Integer> numbers, String list) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Line> known = HashMap.newHashMap(order.lines().size());
    order.lines().forEach(line -> known.put(line.number(), line));
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < numbers.size(); i++) {
      int number = numbers.get(i);
      if (!known.containsKey(number)) {
        problem(list + "/" + i + "/line", "line " + number + " is not in the order");
      } else if (!seen.add(number)) {
        problem(list + "/" + i + "/line", "line " + number + " is named twice");
      }
    }
    return known;
  }

  private static String tooMany(int quantity, int most) {
    return "quantity: " + quantity + " (expected: at most " + most + ")";
  }

  private void problem(String place, String detail) {
    problems.add(new DataProblem(pointer + place, detail));
  }
}
