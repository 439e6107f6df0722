package org.statusevents.application.delivering;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.delivering.Replays.LaneStart;
import org.statusevents.application.delivering.Replays.ReplayId;
import org.statusevents.application.delivering.Replays.SetBack;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.order.OrderNumber;

final class ChannelReplayer implements ReplayUpdates {
  private final Transactions transactions;
  private final Configurations configurations;
  private final Replays replays;
  private final InstantSource clock;

  ChannelReplayer(
      Transactions transactions,
      Configurations configurations,
      Replays replays,
      InstantSource clock) {
    this.transactions = transactions;
    this.configurations = configurations;
    this.replays = replays;
    this.clock = clock;
  }

  @Override
  public ReplayOutcome replay(
      StoreId store,
      ChannelId channel,
      ReplaySelection selection,
      Optional<OrderNumber> after,
      String actor) {
    Optional<StoreConfiguration> configuration = configurations.current(store);
    if (configuration.isEmpty()) {
      return new ReplayOutcome.StoreUnknown(store);
    }
    if (configuration.get().channel(channel).isEmpty()) {
      return gone(store, channel);
    }
    return flaw(store, channel, selection)
        .orElseGet(() -> replayKnown(store, channel, selection, after, actor));
  }

  private ReplayOutcome gone(StoreId store, ChannelId channel) {
    return replays.isRemoved(store, channel)
        ? new ReplayOutcome.ChannelRemoved(channel)
        : new ReplayOutcome.ChannelUnknown(channel);
  }

  /// Why nothing can be selected like this.
  private Optional<ReplayOutcome> flaw(
      StoreId store, ChannelId channel, ReplaySelection selection) {
    return switch (selection) {
      case ReplaySelection.ById(Set<UpdateId> updates) -> {
        Set<UpdateId> unknown = replays.unknown(store, channel, updates);
        yield unknown.isEmpty()
            ? Optional.empty()
            : Optional.of(new ReplayOutcome.UpdatesUnknown(unknown));
      }
      case ReplaySelection.ByFilter filter -> flaw(filter);
    };
  }

  private Optional<ReplayOutcome> flaw(ReplaySelection.ByFilter filter) {
    if (filter.from().isEmpty() && filter.to().isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant from = filter.from().orElse(Instant.MIN);
    Instant to = filter.to().filter(now::isAfter).orElse(now);
    if (!from.isBefore(to)) {
      return Optional.of(new ReplayOutcome.RangeEmpty());
    }
    return from.isBefore(to.minus(RANGE_MAX))
        ? Optional.of(new ReplayOutcome.RangeTooWide())
        : Optional.empty();
  }

  private ReplayOutcome replayKnown(
      StoreId store,
      ChannelId channel,
      ReplaySelection selection,
      Optional<OrderNumber> after,
      String actor) {
    List<LaneStart> lanes = replays.find(store, channel, selection, after, LANES_MAX);
    ReplayId replay = replays.begin(store, channel, selection, actor);
    SetBack done = SetBack.NOTHING;
    for (int from = 0; from < lanes.size(); from += Replays.LANES_MAX) {
      List<LaneStart> some = lanes.subList(from, Math.min(lanes.size(), from + Replays.LANES_MAX));
      Optional<SetBack> more = setBack(store, replay, channel, some);
      if (more.isEmpty()) {
        return new ReplayOutcome.ChannelRemoved(channel);
      }
      done = done.plus(more.get());
    }
    return new ReplayOutcome.Replayed(
        replay,
        done,
        lanes.size() < LANES_MAX ? Optional.empty() : Optional.of(lanes.getLast().order()));
  }

  /// Empty where the channel was removed meanwhile: what waits for it would wait for ever.
  private Optional<SetBack> setBack(
      StoreId store, ReplayId replay, ChannelId channel, List<LaneStart> lanes) {
    return transactions.inTransaction(() ->
        configurations
            .currentForUpdate(store)
            .flatMap(current -> current.channel(channel))
            .map(_ -> replays.setBack(store, replay, channel, lanes)));
  }
}
