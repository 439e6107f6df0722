package org.statusevents.testkit.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.application.reading.FindOrders.LabelFilter;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.DefaultConfiguration;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.label.StatusLabels;
import org.statusevents.domain.rule.RuleTable;
import org.statusevents.testkit.Stores;

/// Questions for orders: any, narrowed by `with...`.
record QueryFixture(OrderQuery query) {
  QueryFixture() {
    this(OrderQuery.ANY);
  }

  static OrderQuery withText(String text) {
    return new QueryFixture().withSearched(text).query();
  }

  static OrderQuery inState(UpdateState state) {
    OrderQuery any = OrderQuery.ANY;
    return new OrderQuery(
        any.orderLabel(),
        any.itemLabel(),
        any.event(),
        any.channel(),
        Optional.of(state),
        any.from(),
        any.to(),
        any.text());
  }

  /// A store with the default labels and no rules, so that orders have only labels that people put.
  static StoreConfiguration silentStore() {
    return new StoreConfiguration(
        Stores.SHOP,
        1,
        StoreSettings.defaults("The silent one"),
        new StatusLabels(DefaultConfiguration.LABELS),
        List.of(),
        new RuleTable(1, Map.of()),
        Map.of());
  }

  QueryFixture withOrderLabel(LabelFilter label) {
    return new QueryFixture(
        new OrderQuery(
            Optional.of(label),
            query.itemLabel(),
            query.event(),
            query.channel(),
            query.deliveryState(),
            query.from(),
            query.to(),
            query.text()));
  }

  QueryFixture withItemLabel(LabelFilter label) {
    return new QueryFixture(
        new OrderQuery(
            query.orderLabel(),
            Optional.of(label),
            query.event(),
            query.channel(),
            query.deliveryState(),
            query.from(),
            query.to(),
            query.text()));
  }

  QueryFixture withEvent(String event) {
    return with(Optional.of(event), query.channel(), query.from(), query.to(), query.text());
  }

  QueryFixture withChannel(String channel) {
    return with(
        query.event(), Optional.of(new ChannelId(channel)), query.from(), query.to(), query.text());
  }

  QueryFixture withFrom(Instant from) {
    return with(query.event(), query.channel(), Optional.of(from), query.to(), query.text());
  }

  QueryFixture withTo(Instant to) {
    return with(query.event(), query.channel(), query.from(), Optional.of(to), query.text());
  }

  QueryFixture withSearched(String text) {
    return with(query.event(), query.channel(), query.from(), query.to(), Optional.of(text));
  }

  private QueryFixture with(
      Optional<String> event,
      Optional<ChannelId> channel,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> text) {
    return new QueryFixture(
        new OrderQuery(
            query.orderLabel(),
            query.itemLabel(),
            event,
            channel,
            query.deliveryState(),
            from,
            to,
            text));
  }
}
