package org.statusevents.adapters.persistence.delivering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.statusevents.adapters.persistence.delivering.ReplayMapper.SetBackRow;
import org.statusevents.adapters.persistence.delivering.ReplayMapper.StartRow;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.application.delivering.Replays;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;

final class MyBatisReplays implements Replays {
  private static final String ANY = "ANY";

  /// Before and after all that is ever owed.
  private static final Instant EARLIEST = Instant.EPOCH;

  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final CurrentSession session;

  MyBatisReplays(CurrentSession session) {
    this.session = session;
  }

  @Override
  public boolean isRemoved(StoreId store, ChannelId channel) {
    return session.with(
        ReplayMapper.class, mapper -> mapper.isRemoved(store.value(), channel.value()));
  }

  @Override
  public Set<UpdateId> unknown(StoreId store, ChannelId channel, Set<UpdateId> updates) {
    return session
        .with(
            ReplayMapper.class,
            mapper -> mapper.unknown(store.value(), channel.value(), ids(updates)))
        .stream()
        .map(UpdateId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<LaneStart> find(
      StoreId store,
      ChannelId channel,
      ReplaySelection selection,
      Optional<OrderNumber> after,
      int lanesMax) {
    String behind = after.map(OrderNumber::value).orElse("");
    List<StartRow> rows =
        session.with(
            ReplayMapper.class,
            mapper ->
                switch (selection) {
                  case ReplaySelection.ById(Set<UpdateId> updates) ->
                      mapper.findById(
                          store.value(), channel.value(), ids(updates), behind, lanesMax);
                  case ReplaySelection.ByFilter(var from, var to, var orders, var state) ->
                      mapper.findByFilter(
                          store.value(),
                          channel.value(),
                          from.orElse(EARLIEST),
                          to.orElse(LATEST),
                          orders.stream().map(OrderNumber::value).toArray(String[]::new),
                          state.map(UpdateState::name).orElse(ANY),
                          behind,
                          lanesMax);
                });
    return rows.stream()
        .map(row -> new LaneStart(new OrderNumber(row.orderNumber()), row.first()))
        .toList();
  }

  @Override
  public ReplayId begin(StoreId store, ChannelId channel, ReplaySelection selection, String actor) {
    UUID id = UUID.randomUUID();
    int _ =
        session.with(
            ReplayMapper.class,
            mapper ->
                mapper.begin(
                    store.value(),
                    id,
                    channel.value(),
                    actor,
                    ReplaySelectionDocument.write(selection)));
    return new ReplayId(id);
  }

  @Override
  public SetBack setBack(StoreId store, ReplayId replay, ChannelId channel, List<LaneStart> lanes) {
    String[] orders = lanes.stream().map(lane -> lane.order().value()).toArray(String[]::new);
    Long[] firsts = lanes.stream().map(LaneStart::first).toArray(Long[]::new);
    SetBackRow row =
        session.with(
            ReplayMapper.class,
            mapper ->
                mapper.setBack(store.value(), replay.value(), channel.value(), orders, firsts));
    return new SetBack(row.lanes(), row.updates());
  }

  @Override
  public List<ReplayRecord> latest(StoreId store, ChannelId channel, int limit) {
    return session
        .with(ReplayMapper.class, mapper -> mapper.latest(store.value(), channel.value(), limit))
        .stream()
        .map(row ->
            new ReplayRecord(
                new ReplayId(row.replayId()),
                row.actor(),
                row.at(),
                ReplaySelectionDocument.read(row.selection()),
                new SetBack(row.lanes(), row.updates())))
        .toList();
  }

  private static UUID[] ids(Set<UpdateId> updates) {
    return updates.stream().map(UpdateId::value).toArray(UUID[]::new);
  }
}
