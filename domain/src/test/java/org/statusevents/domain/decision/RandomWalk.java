package org.statusevents.domain.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.statusevents.domain.configuration.UpdateMode;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.order.Parcel.ParcelLine;

/// A random store, and random operations on order 1001 and what arises from it: mostly possible
/// ones, some not. The same seed makes the same walk.
final class RandomWalk {
  private static final List<String> LABELS = List.of("-", "-", "Red", "Green", "Blue", "Grey");
  private static final List<OrderNumber> NUMBERS =
      List.of(Shop.NUMBER, Shop.NUMBER, new OrderNumber("N1"), new OrderNumber("N2"));
  private static final int OPERATIONS = 10;

  private final RandomGenerator random;
  private final Shop shop = Shop.empty();
  private final List<Step> steps = new ArrayList<>();

  private RandomWalk(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// An operation that was decided, on what, and under which policy.
  record Step(
      Map<OrderNumber, KnownOrder> known, Policy policy, Operation operation, Decision decision) {}

  static List<Step> of(long seed) {
    RandomWalk walk = new RandomWalk(seed);
    walk.openShop();
    walk.go(Shop.NUMBER, List.of(Events.imported(Shop.IMPORT)));
    for (int i = 0; i < OPERATIONS; i++) {
      OrderNumber number = walk.oneOf(NUMBERS);
      Optional<Order> order =
          Optional.ofNullable(walk.shop.known().get(number)).map(KnownOrder::order);
      List<OccurredEvent> events = new ArrayList<>();
      for (int k = walk.random.nextInt(1, 4); k > 0; k--) {
        events.add(walk.event(walk.oneOf(List.of(StandardEvent.values())), order));
      }
      walk.go(number, events);
    }
    return walk.steps;
  }

  private void openShop() {
    for (String label : LABELS.subList(2, LABELS.size())) {
      shop.label(label);
    }
    for (StandardEvent event : StandardEvent.values()) {
      boolean manual = event.isManualChange();
      shop.rule(
          event, manual ? "-" : oneOf(LABELS), manual ? "-" : oneOf(LABELS), random.nextInt(4) > 0);
    }
    shop.settings(
        random.nextInt(10) > 0,
        random.nextBoolean() ? UpdateMode.STRICT : UpdateMode.PAYLOAD,
        random.nextBoolean());
    shop.able(random.nextInt(3) > 0, random.nextInt(4) == 0);
    for (int i = random.nextInt(4); i > 0; i--) {
      shop.channelWithout("c" + i, oneOf(LABELS.subList(2, LABELS.size())), random.nextInt(4) > 0);
    }
  }

  private void go(OrderNumber number, List<OccurredEvent> events) {
    Operation operation = shop.operation(number, events.toArray(OccurredEvent[]::new));
    Map<OrderNumber, KnownOrder> known = shop.known();
    Decision decision = Decider.decide(operation, known, shop.policy());
    steps.add(new Step(known, shop.policy(), operation, decision));
    if (decision instanceof Decision.Decided) {
      var _ = shop.fireAll(operation);
    }
  }

  private OccurredEvent event(StandardEvent event, Optional<Order> order) {
    return switch (event.dataShape()) {
      case NONE -> OccurredEvent.of(event);
      case LINES -> Events.on(event, lines(order));
      case OPTIONAL_LINES ->
          random.nextBoolean() ? OccurredEvent.of(event) : Events.on(event, lines(order));
      case SUPPLIER_LINES -> Events.dropShip(line(order));
      case EXPECTED_SHIP_DATE -> Events.expect(date(), line(order));
      case ITEM_SHIP_DATE -> Events.ship(date(), lines(order));
      case ORDER_SHIP_DATE -> Events.shipOrder(date());
      case NEW_LINES -> Events.add(new NewLine(random.nextInt(1, 12), "SKU", "Jam", 3));
      case REVISION -> Events.revise(revision(order));
      case PARCEL -> Events.addParcel(parcel(order));
      case PARCEL_CHANGE ->
          OccurredEvent.of(event, new EventData.ParcelEdited(trackingNumber(), parcel(order)));
      case LINE_LABELS -> Events.chooseLineLabel(line(order), label());
      case ORDER_LABEL -> Events.chooseOrderLabel(label());
      case LINES_TO_NEW_ORDER, OPTIONAL_LINES_TO_NEW_ORDER ->
          random.nextInt(3) == 0
              ? Events.fill(event, line(order))
              : Events.move(event, lines(order), newOrder());
      case ORDER -> Events.imported(newOrder());
    };
  }

  private LineSelection lines(Optional<Order> order) {
    if (random.nextInt(4) == 0) {
      return new LineSelection.AllLines();
    }
    int line = line(order);
    return random.nextInt(3) == 0
        ? LineSelection.lines(line)
        : Events.some(LineQuantity.of(line, random.nextInt(1, 4)));
  }

  private int line(Optional<Order> order) {
    List<Integer> numbers =
        order.map(present -> present.lines().stream().map(Line::number).toList()).orElse(List.of());
    return numbers.isEmpty() || random.nextInt(40) == 0 ? 99 : oneOf(numbers);
  }

  private EventData.LineRevision revision(Optional<Order> order) {
    return new EventData.LineRevision(
        line(order), Optional.empty(), Optional.of("New name"), OptionalInt.of(random.nextInt(9)));
  }

  private Parcel parcel(Optional<Order> order) {
    return new Parcel(
        "UPS",
        trackingNumber(),
        random.nextBoolean() ? Optional.of(date()) : Optional.empty(),
        random.nextBoolean() ? List.of(new ParcelLine(line(order), random.nextInt(2))) : List.of());
  }

  private String trackingNumber() {
    return "1Z" + random.nextInt(4);
  }

  private OrderImport newOrder() {
    return Shop.order("N" + random.nextInt(1, 3), new NewLine(1, "SKU-N", "Spoon", 2));
  }

  private LocalDate date() {
    return Events.MONDAY.plusDays(random.nextInt(3));
  }

  private String label() {
    return random.nextInt(20) == 0 ? "Unknown" : oneOf(LABELS.subList(2, LABELS.size()));
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
