package org.statusevents.domain.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.configuration.UpdateMode;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;

/// One order on its way through an operation: takes the events one after the other, each on what
/// the one before it left (R20), and becomes an [OrderDecision].
final class OrderDraft {
  private final Policy policy;
  private final boolean tellsExpectedDates;
  private final Optional<Order> before;
  private final Optional<OrderImport> created;
  private final String fingerprint;
  private final List<ChannelDraft> channels = new ArrayList<>();
  private final List<DraftedEvent> events = new ArrayList<>();
  private Order order;

  private OrderDraft(Policy policy, KnownOrder known, Optional<OrderImport> created) {
    this.policy = policy;
    this.tellsExpectedDates = UpdateContents.tellsExpectedDates(policy.configuration());
    this.before = created.isPresent() ? Optional.empty() : Optional.of(known.order());
    this.created = created;
    this.fingerprint = known.importFingerprint();
    this.order = known.order();
    for (Channel channel : policy.configuration().channelsOf(order, policy.boundChannels())) {
      long told = known.toldFacts().getOrDefault(channel.id(), FactsFingerprint.NOTHING);
      channels.add(new ChannelDraft(channel, told));
    }
  }

  static OrderDraft ofKnown(Policy policy, KnownOrder known) {
    return new OrderDraft(policy, known, Optional.empty());
  }

  static OrderDraft ofNew(Policy policy, OrderImport order) {
    return new OrderDraft(policy, KnownOrder.fresh(order), Optional.of(order));
  }

  Order order() {
    return order;
  }

  /// True where the order arose from exactly that import, now or long ago.
  boolean aroseFrom(OrderImport other) {
    return fingerprint.equals(other.fingerprint());
  }

  /// Applies an event whose facts are in `recorded` already. `concerned` tells the lines that an
  /// event of line scope names.
  void apply(OccurredEvent event, Order recorded, IntPredicate concerned) {
    List<Line> found = order.lines();
    order = recorded.withVersion(order.version() + 1);
    List<LabelChange> changes = new ArrayList<>();
    EventLabels labels = EventLabels.of(event, policy.configuration());
    if (policy.configuration().settings().statusUpdatesEnabled()) {
      relabelLines(labels, found, concerned, changes);
      relabelOrder(labels.forOrder(), changes);
    }
    DraftedEvent drafted = new DraftedEvent(order.version(), event, List.copyOf(changes));
    events.add(drafted);
    judge(drafted, labels.obstacle());
  }

  /// An event that spares closed lines is of order scope and adds none, so both lists agree by
  /// position.
  private void relabelLines(
      EventLabels labels, List<Line> found, IntPredicate concerned, List<LabelChange> changes) {
    if (!labels.anyForLines()) {
      return;
    }
    List<Line> next = new ArrayList<>(order.lines().size());
    for (int i = 0; i < order.lines().size(); i++) {
      Line line = order.lines().get(i);
      boolean spared = labels.sparesClosedLines() && found.get(i).quantities().closed();
      boolean meant = labels.concernsAllLines() ? !spared : concerned.test(line.number());
      Optional<LabelText> label = meant ? labels.forLine(line.number()) : Optional.empty();
      if (label.isPresent() && !label.equals(line.label())) {
        changes.add(new LabelChange(OptionalInt.of(line.number()), line.label(), label.get()));
        line = line.withLabel(label.get());
      }
      next.add(line);
    }
    order = changes.isEmpty() ? order : order.withLines(next);
  }

  private void relabelOrder(Optional<LabelText> label, List<LabelChange> changes) {
    if (label.isPresent() && !label.equals(order.label())) {
      changes.add(new LabelChange(OptionalInt.empty(), order.label(), label.get()));
      order = order.withLabel(label.get());
    }
  }

  /// Whether the event, as far as the table goes, deserves an update: the same for every channel
  /// but for the facts that each was told (R26-R30).
  private void judge(DraftedEvent drafted, Optional<NotSent> obstacle) {
    boolean payload = policy.configuration().settings().updateMode() == UpdateMode.PAYLOAD;
    boolean relabelled = !drafted.changes().isEmpty();
    long facts =
        obstacle.isEmpty() && (payload || relabelled)
            ? FactsFingerprint.of(order, tellsExpectedDates)
            : FactsFingerprint.NOTHING;
    for (ChannelDraft channel : channels) {
      channel.judge(drafted, obstacle, payload, facts);
    }
    if (channels.isEmpty()) {
      boolean news = relabelled || (payload && facts != FactsFingerprint.NOTHING);
      drafted.withoutChannel(obstacle.orElse(news ? NotSent.NO_CHANNEL : NotSent.UNCHANGED));
    }
  }

  OrderDecision decided() {
    for (ChannelDraft channel : channels) {
      channel.settle(policy, order);
    }
    List<AppliedEvent> applied = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      applied.add(events.get(i).applied(verdictsOn(i)));
    }
    List<Verdict> verdicts = operationVerdicts();
    boolean owed = verdicts.stream().anyMatch(Verdict.Owed.class::isInstance);
    return new OrderDecision(
        before,
        order,
        created,
        applied,
        verdicts,
        owed
            ? Optional.of(UpdateContents.of(before, order, applied, tellsExpectedDates))
            : Optional.empty(),
        owed ? FactsFingerprint.of(order, tellsExpectedDates) : FactsFingerprint.NOTHING);
  }

  private List<Verdict> verdictsOn(int event) {
    if (channels.isEmpty()) {
      return List.of(new Verdict.Withheld(Optional.empty(), events.get(event).withoutChannel()));
    }
    return channels.stream().map(channel -> channel.verdictOn(event)).toList();
  }

  private List<Verdict> operationVerdicts() {
    if (channels.isEmpty()) {
      NotSent nearest = NotSent.STATUS_UPDATES_OFF;
      for (DraftedEvent event : events) {
        nearest = nearest.compareTo(event.withoutChannel()) < 0 ? event.withoutChannel() : nearest;
      }
      return List.of(new Verdict.Withheld(Optional.empty(), nearest));
    }
    return channels.stream().map(ChannelDraft::operationVerdict).toList();
  }
}
