package org.statusevents.application.configuring;

import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.domain.configuration.StoreId;

/// Who saves a channel has seen to it, whether or not anything changed: it goes on, once what was
/// saved is in force.
final class RestartingConfigurer implements PutChannel {
  private final PutChannel putChannel;
  private final StoppedChannels stopped;

  RestartingConfigurer(PutChannel putChannel, StoppedChannels stopped) {
    this.putChannel = putChannel;
    this.stopped = stopped;
  }

  @Override
  public PutChannelOutcome put(StoreId store, ChannelDraft draft, String actor) {
    PutChannelOutcome outcome = putChannel.put(store, draft, actor);
    switch (outcome) {
      case PutChannelOutcome.Created _, PutChannelOutcome.Changed _ ->
          stopped.release(store, draft.channel().id());
      case PutChannelOutcome.StoreUnknown _,
          PutChannelOutcome.LabelUnknown _,
          PutChannelOutcome.Refused _ -> {}
    }
    return outcome;
  }
}
