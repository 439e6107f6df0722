package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.statusevents.application.access.Access;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.access.Authenticate;
import org.statusevents.application.access.ManageKeys;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChangeConfiguration;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.configuring.Configuring;
import org.statusevents.application.configuring.PutChannel;
import org.statusevents.application.configuring.PutStore;
import org.statusevents.application.lookup.LookUpStatus;
import org.statusevents.application.lookup.Lookup;
import org.statusevents.application.lookup.StatusLookups;
import org.statusevents.application.transaction.Transactions;

/// Who may do what, and how stores are set up.
final class ConfiguringModule extends AbstractModule {
  @Provides
  @Singleton
  Authenticate authenticate(AccessKeys keys, InstantSource clock, RandomGenerator randomness) {
    return Access.authenticate(keys, clock, randomness);
  }

  @Provides
  @Singleton
  ManageKeys manageKeys(AccessKeys keys, InstantSource clock, RandomGenerator randomness) {
    return Access.manageKeys(keys, clock, randomness);
  }

  @Provides
  @Singleton
  ChangeConfiguration changeConfiguration(
      Transactions transactions, Configurations configurations, InstantSource clock) {
    return Configuring.changeConfiguration(transactions, configurations, clock);
  }

  @Provides
  @Singleton
  PutStore putStore(Transactions transactions, Configurations configurations, InstantSource clock) {
    return Configuring.putStore(transactions, configurations, clock);
  }

  @Provides
  @Singleton
  PutChannel putChannel(
      Transactions transactions,
      Configurations configurations,
      ChannelSecrets secrets,
      CartChannels channels,
      StoppedChannels stopped,
      InstantSource clock) {
    return Configuring.putChannel(transactions, configurations, secrets, channels, stopped, clock);
  }

  @Provides
  @Singleton
  LookUpStatus lookUpStatus(
      StatusLookups lookups, Configurations configurations, InstantSource clock) {
    return Lookup.lookUpStatus(lookups, configurations, clock);
  }
}
