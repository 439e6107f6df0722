package org.statusevents.domain.decision;

import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;

/// What one event, or a whole operation, means for a channel: part of the operation's update, or
/// not sent for a reason. An order that no channel takes has one verdict without a channel.
public sealed interface Verdict {
  record Owed(ChannelId channel) implements Verdict {}

  record Withheld(Optional<ChannelId> channel, NotSent reason) implements Verdict {}
}
