package org.statusevents.adapters.persistence.delivering;

import java.util.Map;
import java.util.stream.Collectors;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

final class MyBatisStoppedChannels implements StoppedChannels {
  private final CurrentSession session;

  MyBatisStoppedChannels(CurrentSession session) {
    this.session = session;
  }

  @Override
  public Map<ChannelId, Stop> in(StoreId store) {
    return session.with(StopMapper.class, mapper -> mapper.stopped(store.value())).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> new ChannelId(row.channelId()),
                row -> new Stop(row.stoppedAt(), row.stoppedWords())));
  }

  @Override
  public Map<ChannelId, Away> away(StoreId store) {
    return session.with(StopMapper.class, mapper -> mapper.away(store.value())).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> new ChannelId(row.channelId()),
                row -> new Away(row.awaySince(), row.openings(), row.probeAt(), row.awayWords())));
  }

  @Override
  public void release(StoreId store, ChannelId channel) {
    var _ =
        session.with(StopMapper.class, mapper -> mapper.release(store.value(), channel.value()));
  }
}
