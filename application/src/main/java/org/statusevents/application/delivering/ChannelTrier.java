package org.statusevents.application.delivering;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.Reply;

final class ChannelTrier implements TryChannel {
  private final Configurations configurations;
  private final ChannelSecrets secrets;
  private final CartChannels adapters;
  private final StoppedChannels stopped;
  private final LongSupplier nanos;

  ChannelTrier(
      Configurations configurations,
      ChannelSecrets secrets,
      CartChannels adapters,
      StoppedChannels stopped,
      LongSupplier nanos) {
    this.configurations = configurations;
    this.secrets = secrets;
    this.adapters = adapters;
    this.stopped = stopped;
    this.nanos = nanos;
  }

  @Override
  public TryOutcome tryChannel(StoreId store, ChannelId id) {
    Optional<StoreConfiguration> configuration = configurations.current(store);
    if (configuration.isEmpty()) {
      return new TryOutcome.StoreUnknown(store);
    }
    Optional<Channel> channel = configuration.get().channel(id);
    if (channel.isEmpty()) {
      return new TryOutcome.ChannelUnknown(id);
    }
    ChannelAccess access = new ChannelAccess(channel.get(), secrets.read(store, id));
    long began = nanos.getAsLong();
    Reply reply =
        adapters
            .find(channel.get().adapter())
            .map(adapter -> adapter.test(access))
            .orElseGet(() -> new Reply.Unavailable("the channel's adapter is not installed"));
    long millis = Duration.ofNanos(nanos.getAsLong() - began).toMillis();
    if (reply instanceof Reply.Accepted) {
      stopped.release(store, id);
    }
    return new TryOutcome.Answered(reply, millis);
  }
}
