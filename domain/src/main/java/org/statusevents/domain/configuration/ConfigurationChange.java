package org.statusevents.domain.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.StoreEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.label.StatusLabels;
import org.statusevents.domain.rule.RuleTable;
import org.statusevents.domain.rule.StatusRule;

/// One change to a store's configuration. Applying it is pure: it answers the next version, or that
/// nothing would change, or why it is refused; the version it was applied to stays as it was (R7).
public sealed interface ConfigurationChange {

  ChangeOutcome applyTo(StoreConfiguration configuration);

  /// What was done, for the list of versions, for example "Label Paid set".
  String summary();

  /// Replaces the store's settings.
  record SetSettings(StoreSettings settings) implements ConfigurationChange {
    @Override
    public ChangeOutcome applyTo(StoreConfiguration current) {
      return ChangeOutcome.from(current, current.nextWithSettings(settings));
    }

    @Override
    public String summary() {
      return "Store settings set";
    }
  }

  /// Adds a label, or changes the one of exactly that text. One that rules use cannot be archived,
  /// since rules put only labels that can be chosen (R3).
  record SetLabel(StatusLabel label) implements ConfigurationChange {
    @Override
    public ChangeOutcome applyTo(StoreConfiguration current) {
      Optional<StatusLabel> twin = current.labels().findIgnoringCase(label.text());
      if (twin.isPresent() && !twin.get().text().equals(label.text())) {
        return new ChangeOutcome.LabelTaken(twin.get().text());
      }
      List<EventType> uses = current.rules().usesOf(label.text());
      if (label.archived() && !uses.isEmpty()) {
        return new ChangeOutcome.LabelInUse(label.text(), uses);
      }
      return ChangeOutcome.from(current, current.nextWithLabels(current.labels().with(label)));
    }

    @Override
    public String summary() {
      return "Label " + label.text() + " set";
    }
  }

  /// Gives a label another text, in the rules and channel mappings too. Orders keep the text that
  /// was applied to them (R5).
  record RenameLabel(LabelText text, LabelText newText) implements ConfigurationChange {
    @Override
    public ChangeOutcome applyTo(StoreConfiguration current) {
      Optional<StatusLabel> label = current.labels().find(text);
      if (label.isEmpty()) {
        return new ChangeOutcome.LabelUnknown(text);
      }
      if (text.equals(newText)) {
        return new ChangeOutcome.Unchanged(current);
      }
      Optional<StatusLabel> twin = current.labels().findIgnoringCase(newText);
      if (twin.isPresent() && !twin.get().text().equals(text)) {
        return new ChangeOutcome.LabelTaken(twin.get().text());
      }
      boolean inRules = !current.rules().usesOf(text).isEmpty();
      RuleTable rules =
          inRules
              ? current.rules().replacing(current.version() + 1, text, Optional.of(newText))
              : current.rules();
      Map<ChannelId, Channel> channels = new HashMap<>();
      current
          .channels()
          .forEach((id, channel) ->
              channels.put(
                  id, channel.withLabelMapping(channel.labelMapping().renaming(text, newText))));
      StatusLabels labels = current.labels().replacing(text, label.get().withText(newText));
      return ChangeOutcome.from(
          current,
          current.next(current.settings(), labels, current.storeEvents(), rules, channels));
    }

    @Override
    public String summary() {
      return "Label " + text + " renamed to " + newText;
    }
  }

  /// Removes a label. One that rules use is refused unless a replacement takes its cells; orders
  /// keep the text (R5).
  record DeleteLabel(LabelText text, Optional<LabelText> replacement)
      implements ConfigurationChange {
    @Override
    public ChangeOutcome applyTo(StoreConfiguration current) {
      if (current.labels().find(text).isEmpty()) {
        return new ChangeOutcome.LabelUnknown(text);
      }
      if (replacement.isPresent()
          && (replacement.get().equals(text) || !current.labels().canBeChosen(replacement.get()))) {
        return new ChangeOutcome.LabelUnknown(replacement.get());
      }
      List<EventType> uses = current.rules().usesOf(text);
      if (!uses.isEmpty() && replacement.isEmpty()) {
        return new ChangeOutcome.LabelInUse(text, uses);
      }
      RuleTable rules =
          uses.isEmpty()
              ? current.rules()
              : current.rules().replacing(current.version() + 1, text, replacement);
      return ChangeOutcome.from(
          current,
          current.next(
              current.settings(),
              current.labels().without(text),
              current.storeEvents(),
              rules,
              current.channels()));
    }

    @Override
    public String summary() {
      return "Label "
          + text
          + " deleted"
          + replacement.map(label -> ", replaced by " + label).orElse("");
    }
  }

  /// Sets the row of an event, as the store has the event now (R2). Its labels must be in the list
  /// and not archived (R3).
  record SetRule(StatusRule rule) implements ConfigurationChange {
    @Override
    public ChangeOutcome applyTo(StoreConfiguration current) {
      Optional<EventType> event = current.event(rule.event().key());
      if (event.isEmpty()) {
        return new ChangeOutcome.EventUnknown(rule.event().key());
      }
      for (Optional<LabelText> label : List.of(rule.itemLabel(), rule.orderLabel())) {
        if (label.isPresent() && !current.labels().canBeChosen(label.get())) {
          return new ChangeOutcome.LabelUnknown(label.get());
        }
      }
      StatusRule row = rule.withEvent(event.get());
      if (current.rules().rule(row.event()).equals(row)) {
        return new ChangeOutcome.Unchanged(current);
      }
      return ChangeOutcome.from(
          current, current.nextWithRules(current.rules().with(current.version() + 1, row)));
    }

    @Override
    public String summary() {
      return "Rule of " + rule.event().key() + " set";
    }
  }

  /// Adds an event of the store's own, or changes its name, scope or description.
  record SetStoreEvent(StoreEvent event) implements ConfigurationChange {
    @Override
    public ChangeOutcome applyTo(StoreConfiguration current) {
      if (current.storeEvents().contains(event)) {
        return new ChangeOutcome.Unchanged(current);
      }
      List<StoreEvent> events = new ArrayList<>(current.storeEvents());
      int at = 0;
      while (at < events.size() && !events.get(at).key().equals(event.key())) {
        at++;
      }
      StatusRule rule = StatusRule.empty(event);
      RuleTable rules = current.rules();
      if (at < events.size()) {
        rule = rules.rule(events.get(at)).withEvent(event);
        rules = rules.without(current.version() + 1, events.get(at));
        events.set(at, event);
      } else {
        events.add(event);
      }
      return new ChangeOutcome.Changed(
          current.next(
              current.settings(),
              current.labels(),
              events,
              rules.with(current.version() + 1, rule),
              current.channels()));
    }

    @Override
    public String summary() {
      return "Event " + event.key() + " set";
    }
  }

  /// Adds a channel, or replaces the one of that id. Its mapping may keep labels that were deleted
  /// since it was set, because orders keep them too.
  record SetChannel(Channel channel) implements ConfigurationChange {
    @Override
    public ChangeOutcome applyTo(StoreConfiguration current) {
      Set<LabelText> mappedBefore =
          current
              .channel(channel.id())
              .map(present -> present.labelMapping().targets().keySet())
              .orElse(Set.of());
      for (LabelText label : channel.labelMapping().targets().keySet()) {
        if (current.labels().find(label).isEmpty() && !mappedBefore.contains(label)) {
          return new ChangeOutcome.LabelUnknown(label);
        }
      }
      Map<ChannelId, Channel> channels = new HashMap<>(current.channels());
      channels.put(channel.id(), channel);
      return ChangeOutcome.from(current, current.nextWithChannels(channels));
    }

    @Override
    public String summary() {
      return "Channel " + channel.id() + " set";
    }
  }

  record RemoveChannel(ChannelId id) implements ConfigurationChange {
    @Override
    public ChangeOutcome applyTo(StoreConfiguration current) {
      if (!current.channels().containsKey(id)) {
        return new ChangeOutcome.ChannelUnknown(id);
      }
      Map<ChannelId, Channel> channels = new HashMap<>(current.channels());
      channels.remove(id);
      return ChangeOutcome.from(current, current.nextWithChannels(channels));
    }

    @Override
    public String summary() {
      return "Channel " + id + " removed";
    }
  }

  /// Adds the default labels that are missing and fills empty rows; with `overwrite` the defaults
  /// replace what is there (R8).
  record LoadDefaults(boolean overwrite) implements ConfigurationChange {
    @Override
    public ChangeOutcome applyTo(StoreConfiguration current) {
      return ChangeOutcome.from(current, DefaultConfiguration.loadInto(current, overwrite));
    }

    @Override
    public String summary() {
      return overwrite ? "Defaults loaded, replacing what was there" : "Defaults loaded";
    }
  }
}
