package org.statusevents.application.configuring;

import java.time.InstantSource;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.transaction.Transactions;

/// The door to configuring: takes the driven ports, returns the use cases.
public final class Configuring {
  private Configuring() {}

  public static ChangeConfiguration changeConfiguration(
      Transactions transactions, Configurations configurations, InstantSource clock) {
    return new ConfigurationChanger(transactions, configurations, clock);
  }

  public static PutStore putStore(
      Transactions transactions, Configurations configurations, InstantSource clock) {
    return new ConfigurationChanger(transactions, configurations, clock);
  }

  public static PutChannel putChannel(
      Transactions transactions,
      Configurations configurations,
      ChannelSecrets secrets,
      CartChannels adapters,
      StoppedChannels stopped,
      InstantSource clock) {
    return new RestartingConfigurer(
        new ChannelConfigurer(transactions, configurations, secrets, adapters, clock), stopped);
  }
}
