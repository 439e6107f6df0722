package org.statusevents.domain.decision;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.configuration.UpdateMode;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.rule.StatusRule;

/// A store in a test, with order 1001 of three lines and the channels and rules that the test gives
/// it. `fire` decides an operation and remembers what came of it, `decide` and `decided` forget it.
final class Shop {
  static final OrderNumber NUMBER = new OrderNumber("1001");
  static final ChannelId WEB = new ChannelId("web");
  static final CustomerContact CONTACT =
      new CustomerContact(
          Optional.of("en"),
          Optional.of("Greta Meier"),
          Optional.of("10115"),
          Optional.of("greta@example.org"),
          Optional.of("+49 30 1234"),
          Optional.of("Hans Meier"));
  static final OrderImport IMPORT =
      new OrderImport(
          NUMBER,
          Optional.of("W-5001"),
          Optional.empty(),
          Optional.of(Instant.parse("2026-03-01T09:00:00Z")),
          CONTACT,
          List.of(
              new NewLine(1, "SKU-1", "Tea", 2),
              new NewLine(2, "SKU-2", "Honey", 4),
              new NewLine(3, "SKU-3", "Bread", 1)));
  static final OrderImport NEW_ORDER =
      order("1002", new NewLine(1, "SKU-2", "Honey", 1), new NewLine(2, "SKU-9", "Spoon", 1));

  private static final String ADAPTER = "webhook";
  private static final Capabilities EVERYTHING =
      new Capabilities(true, false, true, DeliveryMode.EVERY_EVENT);

  private final Map<String, Capabilities> capabilities = new HashMap<>();
  private final Set<ChannelId> bound = new HashSet<>();
  private final Map<OrderNumber, KnownOrder> known = new HashMap<>();
  private StoreConfiguration configuration =
      StoreConfiguration.first(new StoreId("main"), StoreSettings.defaults("Main"));
  private int operations;

  private Shop() {
    capabilities.put(ADAPTER, EVERYTHING);
  }

  /// No rule, no label, no channel, no order.
  static Shop empty() {
    return new Shop();
  }

  /// With order 1001 and the channel `web`, in strict mode.
  static Shop strict() {
    return withOrder().mode(UpdateMode.STRICT).channel("web");
  }

  /// With order 1001 and the channel `web`, in payload mode.
  static Shop payload() {
    return withOrder().channel("web");
  }

  /// With order 1001, which no label and no event touched yet.
  static Shop withOrder() {
    return empty().know(IMPORT);
  }

  /// With the channel `web`; of line 2 one shipped on Monday, one came back, and there is a parcel.
  static Shop prepared() {
    Shop shop = payload();
    shop.fire(
        Events.ship(Events.MONDAY, Events.some(LineQuantity.of(2, 1))),
        Events.on(StandardEvent.ITEM_RETURN, Events.some(LineQuantity.of(2, 1))),
        Events.addTracking("1Z-OLD"));
    return shop;
  }

  static OrderImport order(String number, NewLine... lines) {
    return new OrderImport(
        new OrderNumber(number),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CustomerContact.UNKNOWN,
        List.of(lines));
  }

  Shop know(OrderImport order) {
    known.put(order.number(), KnownOrder.fresh(order));
    return this;
  }

  /// Puts `order` in the place of the one of that number.
  Shop know(Order order) {
    KnownOrder present = requireNonNull(known.get(order.number()), order.number()::value);
    known.put(
        order.number(), new KnownOrder(order, present.importFingerprint(), present.toldFacts()));
    return this;
  }

  Shop change(ConfigurationChange change) {
    configuration =
        switch (change.applyTo(configuration)) {
          case ChangeOutcome.Changed(StoreConfiguration next) -> next;
          case ChangeOutcome.Unchanged(StoreConfiguration same) -> same;
          case ChangeOutcome refusal -> throw new IllegalStateException(refusal.toString());
        };
    return this;
  }

  Shop defaults() {
    return change(new ConfigurationChange.LoadDefaults(false));
  }

  Shop label(String text) {
    return change(new ConfigurationChange.SetLabel(StatusLabel.of(text, LabelKind.OTHER)));
  }

  /// A row; a label that is none is `-`. The labels are made as needed.
  Shop rule(EventType event, String itemLabel, String orderLabel, boolean notifies) {
    return change(
        new ConfigurationChange.SetRule(
            new StatusRule(event, chosen(itemLabel), chosen(orderLabel), notifies)));
  }

  private Optional<LabelText> chosen(String label) {
    if (label.equals("-")) {
      return Optional.empty();
    }
    label(label);
    return Optional.of(new LabelText(label));
  }

  Shop mode(UpdateMode mode) {
    StoreSettings now = configuration.settings();
    return settings(now.statusUpdatesEnabled(), mode, now.relabelClosedLines());
  }

  Shop statusUpdatesOff() {
    StoreSettings now = configuration.settings();
    return settings(false, now.updateMode(), now.relabelClosedLines());
  }

  Shop relabellingClosedLines() {
    StoreSettings now = configuration.settings();
    return settings(now.statusUpdatesEnabled(), now.updateMode(), true);
  }

  Shop settings(boolean enabled, UpdateMode mode, boolean relabelClosedLines) {
    StoreSettings now = configuration.settings();
    return change(
        new ConfigurationChange.SetSettings(
            new StoreSettings(
                now.name(), now.timeZone(), enabled, mode, relabelClosedLines, false)));
  }

  Shop channel(String id) {
    return channel(id, LabelMapping.NONE, true);
  }

  Shop pausedChannel(String id) {
    return channel(id, LabelMapping.NONE, false);
  }

  /// A channel that is not to hear of orders at that label.
  Shop channelWithout(String id, String label, boolean enabled) {
    label(label);
    LabelMapping mapping =
        new LabelMapping(Map.of(new LabelText(label), new LabelTarget.DoNotSend()));
    return channel(id, mapping, enabled);
  }

  private Shop channel(String id, LabelMapping mapping, boolean enabled) {
    return change(
        new ConfigurationChange.SetChannel(
            new Channel(
                new ChannelId(id),
                ADAPTER,
                URI.create("https://cart.example.org/hook"),
                Map.of(),
                mapping,
                DeliveryMode.EVERY_EVENT,
                enabled)));
  }

  /// What the adapter of all channels can do.
  Shop able(boolean lineStatus, boolean needsCartOrderNumber) {
    capabilities.put(
        ADAPTER,
        new Capabilities(lineStatus, needsCartOrderNumber, true, DeliveryMode.EVERY_EVENT));
    return this;
  }

  Shop withoutAdapter() {
    capabilities.clear();
    return this;
  }

  /// Some order names the channel, so that it takes no others.
  Shop bound(String channel) {
    bound.add(new ChannelId(channel));
    return this;
  }

  Policy policy() {
    return new Policy(configuration, capabilities, bound);
  }

  StoreConfiguration configuration() {
    return configuration;
  }

  Order order() {
    return order(NUMBER);
  }

  Order order(OrderNumber number) {
    return requireNonNull(known.get(number), number::value).order();
  }

  Map<OrderNumber, KnownOrder> known() {
    return Map.copyOf(known);
  }

  Operation operation(OrderNumber number, OccurredEvent... events) {
    operations++;
    return new Operation(
        new OperationId("op-" + operations),
        "test",
        "greta",
        Instant.parse("2026-03-02T12:00:00Z"),
        number,
        List.of(events));
  }

  Decision decide(OccurredEvent... events) {
    return Decider.decide(operation(NUMBER, events), known, policy());
  }

  List<DataProblem> problems(OccurredEvent... events) {
    return switch (decide(events)) {
      case Decision.DataRefused refused -> refused.problems();
      case Decision decision -> throw new AssertionError("not refused: " + decision);
    };
  }

  /// The named order's part of the decision, which is forgotten.
  OrderDecision decided(OccurredEvent... events) {
    return decided(operation(NUMBER, events)).orders().getFirst();
  }

  private Decision.Decided decided(Operation operation) {
    return switch (Decider.decide(operation, known, policy())) {
      case Decision.Decided decided -> decided;
      case Decision refusal -> throw new AssertionError("not decided: " + refusal);
    };
  }

  /// The named order's part of the decision, which is remembered.
  OrderDecision fire(OccurredEvent... events) {
    return fireAll(events).getFirst();
  }

  /// All orders' parts, the named one's first.
  List<OrderDecision> fireAll(OccurredEvent... events) {
    return fireAll(operation(NUMBER, events));
  }

  List<OrderDecision> fireAll(Operation operation) {
    Decision.Decided decided = decided(operation);
    for (OrderDecision order : decided.orders()) {
      OrderNumber number = order.after().number();
      known.put(number, KnownOrder.after(order, Optional.ofNullable(known.get(number))));
    }
    return decided.orders();
  }
}
