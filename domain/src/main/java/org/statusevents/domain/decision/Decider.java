package org.statusevents.domain.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;

/// The heart: what an operation means, as a pure function of the orders it touches and the policy
/// it is decided under. No clock, no chance, nothing remembered; equal inputs give equal answers.
/// All else that speaks of labels - explain, simulate, lint, undo - calls this.
public final class Decider {
  private final Operation operation;
  private final Map<OrderNumber, KnownOrder> known;
  private final Policy policy;
  private final Map<OrderNumber, OrderDraft> drafts = new LinkedHashMap<>();
  private final List<DataProblem> problems = new ArrayList<>();

  private Decider(Operation operation, Map<OrderNumber, KnownOrder> known, Policy policy) {
    this.operation = operation;
    this.known = known;
    this.policy = policy;
  }

  /// Decides `operation`. `known` holds those of [#ordersTouchedBy] that exist.
  public static Decision decide(
      Operation operation, Map<OrderNumber, KnownOrder> known, Policy policy) {
    return new Decider(operation, known, policy).decide();
  }

  /// The orders a decision depends on and may change: the named one, and those that arise from it.
  public static Set<OrderNumber> ordersTouchedBy(Operation operation) {
    Set<OrderNumber> numbers = new HashSet<>();
    numbers.add(operation.order());
    for (OccurredEvent event : operation.events()) {
      if (event.data() instanceof EventData.MovedToNewOrder moved && moved.newOrder().isPresent()) {
        numbers.add(moved.newOrder().get().number());
      }
    }
    return numbers;
  }

  private Decision decide() {
    KnownOrder order = known.get(operation.order());
    OrderDraft draft;
    if (operation.events().getFirst().data() instanceof EventData.Imported(OrderImport imported)) {
      if (order != null) {
        return new Decision.OrderExists(
            operation, order.importFingerprint().equals(imported.fingerprint()));
      }
      draft = OrderDraft.ofNew(policy, imported);
    } else if (order == null) {
      return new Decision.OrderUnknown(operation);
    } else {
      draft = OrderDraft.ofKnown(policy, order);
    }
    drafts.put(operation.order(), draft);
    for (int i = 0; i < operation.events().size(); i++) {
      apply(draft, operation.events().get(i), i);
    }
    return problems.isEmpty()
        ? new Decision.Decided(
            operation,
            policy.configuration().version(),
            drafts.values().stream().map(OrderDraft::decided).toList())
        : new Decision.DataRefused(operation, problems);
  }

  private void apply(OrderDraft draft, OccurredEvent event, int index) {
    String pointer = "/events/" + index + "/data";
    int found = problems.size();
    checkImport(event, index, pointer);
    checkChosenLabels(event, pointer);
    OccurredEvent effective = movedAlready(event) ? withoutNewOrder(event) : event;
    List<DataProblem> unrecordable = new ArrayList<>();
    Order recorded = new FactRecorder(pointer, unrecordable).record(draft.order(), effective);
    problems.addAll(unrecordable);
    Optional<OrderDraft> arisen = arisen(event, pointer);
    if (problems.size() == found) {
      draft.apply(effective, recorded, linesNamedBy(event.data()));
      arisen.ifPresent(newOrder -> newOrder.apply(event, newOrder.order(), _ -> true));
    }
  }

  /// Both backorder events fire for one action; what the first moved to the new order, the second
  /// does not move again.
  private boolean movedAlready(OccurredEvent event) {
    return event.data() instanceof EventData.MovedToNewOrder(var _, var newOrder)
        && newOrder.isPresent()
        && drafts.containsKey(newOrder.get().number());
  }

  private static OccurredEvent withoutNewOrder(OccurredEvent event) {
    EventData.MovedToNewOrder moved = (EventData.MovedToNewOrder) event.data();
    return new OccurredEvent(
        event.type(), new EventData.MovedToNewOrder(moved.lines(), Optional.empty()), event.note());
  }

  /// An order comes in once and first (R19).
  private void checkImport(OccurredEvent event, int index, String pointer) {
    if (event.data() instanceof EventData.Imported(OrderImport imported)) {
      if (index > 0) {
        problems.add(
            new DataProblem(
                "/events/" + index + "/type", "ORDER_IMPORT (expected: only as the first event)"));
      }
      if (!imported.number().equals(operation.order())) {
        problems.add(
            new DataProblem(
                pointer + "/order/number",
                "\"" + imported.number() + "\" (expected: the operation's order)"));
      }
    }
  }

  private void checkChosenLabels(OccurredEvent event, String pointer) {
    StoreConfiguration configuration = policy.configuration();
    switch (event.data()) {
      case EventData.OrderLabelChosen(LabelText label) ->
          checkLabel(label, configuration, pointer + "/label");
      case EventData.AllLineLabelsChosen(LabelText label) ->
          checkLabel(label, configuration, pointer + "/label");
      case EventData.LineLabelsChosen(List<EventData.ChosenLineLabel> labels) -> {
        for (int i = 0; i < labels.size(); i++) {
          checkLabel(labels.get(i).label(), configuration, pointer + "/lines/" + i + "/label");
        }
      }
      case EventData.Nothing _,
          EventData.AffectedLines _,
          EventData.OrderedFromSupplier _,
          EventData.ExpectedShipDate _,
          EventData.ActualShipDate _,
          EventData.LinesAdded _,
          EventData.LinesRevised _,
          EventData.LinesRevisedAlike _,
          EventData.ParcelAdded _,
          EventData.ParcelEdited _,
          EventData.MovedToNewOrder _,
          EventData.Imported _ -> {}
    }
  }

  private void checkLabel(LabelText label, StoreConfiguration configuration, String pointer) {
    if (!configuration.labels().canBeChosen(label)) {
      problems.add(
          new DataProblem(pointer, "\"" + label + "\" is not in the store's list of labels"));
    }
  }

  /// The order that arises from an exchange or a filled backorder (R18): made here, or there
  /// already from the same import.
  private Optional<OrderDraft> arisen(OccurredEvent event, String pointer) {
    if (!(event.data() instanceof EventData.MovedToNewOrder(var _, var arising))
        || arising.isEmpty()) {
      return Optional.empty();
    }
    OrderImport newOrder = arising.get();
    OrderDraft draft = drafts.get(newOrder.number());
    if (draft == null) {
      KnownOrder present = known.get(newOrder.number());
      draft =
          present == null
              ? OrderDraft.ofNew(policy, newOrder)
              : OrderDraft.ofKnown(policy, present);
    }
    if (!draft.aroseFrom(newOrder) || newOrder.number().equals(operation.order())) {
      problems.add(
          new DataProblem(
              pointer + "/newOrder/number",
              "order \"" + newOrder.number() + "\" exists already and is another"));
      return Optional.empty();
    }
    drafts.put(newOrder.number(), draft);
    return Optional.of(draft);
  }

  private static IntPredicate linesNamedBy(EventData data) {
    return switch (data) {
      case EventData.AffectedLines(LineSelection lines) -> namedIn(lines);
      case EventData.OrderedFromSupplier from -> namedIn(from.lines());
      case EventData.ExpectedShipDate(LineSelection lines, var _) -> namedIn(lines);
      case EventData.ActualShipDate(LineSelection lines, var _) -> namedIn(lines);
      case EventData.MovedToNewOrder(LineSelection lines, var _) -> namedIn(lines);
      case EventData.LinesAdded(List<NewLine> lines) -> among(lines, NewLine::line);
      case EventData.LinesRevised(List<EventData.LineRevision> revisions) ->
          among(revisions, EventData.LineRevision::line);
      case EventData.LinesRevisedAlike alike -> namedIn(alike.lines());
      case EventData.LineLabelsChosen(List<EventData.ChosenLineLabel> labels) ->
          among(labels, EventData.ChosenLineLabel::line);
      case EventData.AllLineLabelsChosen _ -> _ -> true;
      case EventData.Nothing _,
          EventData.ParcelAdded _,
          EventData.ParcelEdited _,
          EventData.OrderLabelChosen _,
          EventData.Imported _ ->
          _ -> false;
    };
  }

  private static IntPredicate namedIn(LineSelection selection) {
    return switch (selection) {
      case LineSelection.AllLines _ -> _ -> true;
      case LineSelection.NoLines _ -> _ -> false;
      case LineSelection.SomeLines(List<LineSelection.LineQuantity> lines) ->
          among(lines, LineSelection.LineQuantity::line);
    };
  }

  private static <T> IntPredicate among(List<T> named, ToIntFunction<T> line) {
    Set<Integer> numbers = HashSet.newHashSet(named.size());
    for (T one : named) {
      numbers.add(line.applyAsInt(one));
    }
    return numbers::contains;
  }
}
