package org.statusevents.application.channel;

import java.util.List;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;

/// One kind of receiver: how to speak to it and what its answers mean. Safe for many threads.
public interface CartChannel {

  /// The name channels are configured with, for example "webhook".
  String adapter();

  Capabilities capabilities();

  /// All that is wrong with a channel's address, settings and secrets, with pointers into its
  /// document; empty when it may be put in force. May look up the address; sends nothing.
  List<DataProblem> problemsWith(ChannelAccess access);

  /// Sends one update and says what the receiver's answer means. Does not retry; returns within 15
  /// seconds whatever the receiver does; never throws for what a receiver or the network does. The
  /// same update may be sent again with the same id (R47).
  Reply send(Update update, ChannelAccess access);

  /// Sends a harmless message that shows whether the receiver can be reached and knows us. Bounded
  /// like [#send].
  Reply test(ChannelAccess access);
}
