package org.statusevents.application.delivering;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.ChannelAbilities;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.recording.UpdateIds;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.domain.delivery.RetrySchedule;

/// The door to delivering: takes the driven ports, returns the use cases. `nanos` is a monotonic
/// clock and measures durations only.
public final class Delivering {
  private Delivering() {}

  public static DeliverUpdates deliverUpdates(
      Lanes lanes,
      CartChannels adapters,
      RetrySchedule schedule,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator randomness,
      Pace pace) {
    return new LaneDeliverer(
        lanes, adapters, schedule, new LaneDeliverer.DeliveryClock(clock, nanos, randomness, pace));
  }

  public static ResendUpdate resendUpdate(
      Transactions transactions,
      Orders orders,
      Resends resends,
      UpdateIds ids,
      ChannelAbilities abilities) {
    return new OrderResender(transactions, orders, resends, ids, abilities);
  }

  public static ReplayUpdates replayUpdates(
      Transactions transactions,
      Configurations configurations,
      Replays replays,
      InstantSource clock) {
    return new ChannelReplayer(transactions, configurations, replays, clock);
  }

  public static TryChannel tryChannel(
      Configurations configurations,
      ChannelSecrets secrets,
      CartChannels adapters,
      StoppedChannels stopped,
      LongSupplier nanos) {
    return new ChannelTrier(configurations, secrets, adapters, stopped, nanos);
  }
}
