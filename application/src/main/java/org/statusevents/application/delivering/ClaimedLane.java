package org.statusevents.application.delivering;

import java.time.Duration;
import java.util.List;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.order.OrderNumber;

/// A lane in our hands until its lease is over. `access` is to its channel as configured now, with
/// the secrets as they are now (R44). `failures` and `failingFor` concern the first of `updates`,
/// which are in order and at least one; `notAuthorized` counts how many of its failures, the last
/// ones in a row, were that the receiver does not know our credentials. `openings` counts how often
/// the channel's breaker opened in a row.
public record ClaimedLane(
    StoreId store,
    ChannelAccess access,
    OrderNumber order,
    long leaseToken,
    int failures,
    int notAuthorized,
    Duration failingFor,
    int openings,
    List<Update> updates) {
  public ClaimedLane {
    updates = List.copyOf(updates);
  }

  public Channel channel() {
    return access.channel();
  }

  /// Whether the lane is there to find out if the receiver is back.
  public boolean isProbe() {
    return openings > 0;
  }

  public ChannelKey key() {
    return new ChannelKey(store, channel().id());
  }
}
