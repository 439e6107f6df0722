package org.statusevents.application.delivering;

import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.Reply;

/// Sends a harmless test message to a channel as configured, paused or not. One that was stopped or
/// left in peace goes on when its receiver takes the message.
public interface TryChannel {
  TryOutcome tryChannel(StoreId store, ChannelId channel);

  sealed interface TryOutcome {
    /// The receiver's answer, and how long it took in milliseconds.
    record Answered(Reply reply, long millis) implements TryOutcome {}

    record StoreUnknown(StoreId store) implements TryOutcome {}

    record ChannelUnknown(ChannelId channel) implements TryOutcome {}
  }
}
