package org.statusevents.domain.configuration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.rule.LintWarning;
import org.statusevents.domain.rule.LintWarning.Code;
import org.statusevents.domain.rule.StatusRule;

/// Finds what is legal in a configuration and probably not meant (R9). Changes nothing.
public final class ConfigurationLint {
  /// Sets of events that one action of an order system can fire together (R31; sections 1.5 and 2
  /// of the rules): tracking import, packing, backorder handling, import with its follow-ups,
  /// revising an approved order, calling off a drop-shipped line.
  private static final List<Set<StandardEvent>> FIRED_TOGETHER =
      List.of(
          EnumSet.of(
              StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE,
              StandardEvent.ORDER_ADD_TRACKING_NUMBER,
              StandardEvent.ORDER_PACK),
          EnumSet.of(
              StandardEvent.ITEM_SET_ACTUAL_SHIP_DATE,
              StandardEvent.ORDER_ADD_TRACKING_NUMBER,
              StandardEvent.ORDER_PACK),
          EnumSet.of(StandardEvent.ITEM_FORCE_BACKORDER, StandardEvent.ORDER_FORCE_BACKORDER),
          EnumSet.of(StandardEvent.ITEM_FILL_BACKORDER, StandardEvent.ORDER_FILL_BACKORDER),
          EnumSet.of(
              StandardEvent.ORDER_IMPORT,
              StandardEvent.ORDER_APPROVE,
              StandardEvent.ORDER_PAYMENT_RECEIVED,
              StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE),
          EnumSet.of(
              StandardEvent.ORDER_UNAPPROVE,
              StandardEvent.ITEM_REVISE,
              StandardEvent.ORDER_APPROVE),
          EnumSet.of(
              StandardEvent.DROP_SHIP_CANCELED,
              StandardEvent.ITEM_CANCEL,
              StandardEvent.ITEM_REVISE));

  private ConfigurationLint() {}

  /// All warnings, shared labels first.
  public static List<LintWarning> of(StoreConfiguration configuration) {
    List<LintWarning> warnings = new ArrayList<>();
    sharedLabels(configuration, warnings);
    pointlessNotify(configuration, warnings);
    for (StatusLabel label : configuration.labels().all()) {
      if (label.text().isLong()) {
        warnings.add(
            new LintWarning(
                Code.LONG_LABEL,
                List.of(),
                "Label \""
                    + label.text()
                    + "\" has "
                    + label.text().value().length()
                    + " characters; carts and pages may cut it at "
                    + LabelText.LENGTH_WARNED
                    + "."));
      }
    }
    return warnings;
  }

  private static void sharedLabels(StoreConfiguration configuration, List<LintWarning> warnings) {
    List<StandardEvent> events = List.of(StandardEvent.values());
    for (int i = 0; i < events.size(); i++) {
      for (StandardEvent other : events.subList(i + 1, events.size())) {
        StatusRule first = configuration.rules().rule(events.get(i));
        StatusRule second = configuration.rules().rule(other);
        if (canFireTogether(events.get(i), other) && (first.notifies() || second.notifies())) {
          shared(first.itemLabel(), second.itemLabel(), "item", first, second, warnings);
          shared(first.orderLabel(), second.orderLabel(), "order", first, second, warnings);
        }
      }
    }
  }

  private static boolean canFireTogether(StandardEvent one, StandardEvent other) {
    return FIRED_TOGETHER.stream().anyMatch(set -> set.contains(one) && set.contains(other));
  }

  private static void shared(
      Optional<LabelText> one,
      Optional<LabelText> other,
      String column,
      StatusRule first,
      StatusRule second,
      List<LintWarning> warnings) {
    if (one.isPresent() && one.equals(other)) {
      warnings.add(
          new LintWarning(
              Code.SHARED_LABEL,
              List.of(first.event(), second.event()),
              first.event().displayName()
                  + " and "
                  + second.event().displayName()
                  + " put the same "
                  + column
                  + " label \""
                  + one.get()
                  + "\". When one action fires both, the second changes nothing and, in strict"
                  + " mode, sends nothing. Give one of them another label."));
    }
  }

  private static void pointlessNotify(
      StoreConfiguration configuration, List<LintWarning> warnings) {
    List<EventType> notifying = new ArrayList<>();
    for (EventType event : configuration.events()) {
      StatusRule rule = configuration.rules().rule(event);
      if (rule.notifies()) {
        notifying.add(event);
        if (!rule.hasLabels() && !event.isManualChange()) {
          warnings.add(
              new LintWarning(
                  Code.NOTIFY_WITHOUT_LABEL,
                  List.of(event),
                  event.displayName() + " notifies but has no label, so nothing is ever sent."));
        }
      }
    }
    if (!notifying.isEmpty()
        && configuration.channels().values().stream().noneMatch(Channel::enabled)) {
      warnings.add(
          new LintWarning(
              Code.NOTIFY_WITHOUT_CHANNEL,
              notifying,
              notifying.size() + " events notify but no enabled channel can receive it."));
    }
  }
}
