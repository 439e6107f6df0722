package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Resends;
import org.statusevents.application.health.Readiness;
import org.statusevents.application.housekeeping.Leftovers;
import org.statusevents.application.housekeeping.StoredMonths;
import org.statusevents.application.lookup.StatusLookups;
import org.statusevents.application.reading.CountLabels;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.ReadHistory;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.application.reading.ReadOrder;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.transaction.Transactions;

/// The driven ports that the database stands behind.
final class PersistenceModule extends AbstractModule {
  private final PostgresPersistence persistence;

  PersistenceModule(PostgresPersistence persistence) {
    this.persistence = persistence;
  }

  @Provides
  @Singleton
  Transactions transactions() {
    return persistence.transactions();
  }

  @Provides
  @Singleton
  Configurations configurations() {
    return persistence.configurations();
  }

  @Provides
  @Singleton
  ChannelSecrets channelSecrets() {
    return persistence.channelSecrets();
  }

  @Provides
  @Singleton
  AccessKeys accessKeys() {
    return persistence.accessKeys();
  }

  @Provides
  @Singleton
  Orders orders() {
    return persistence.orders();
  }

  @Provides
  @Singleton
  Lanes lanes() {
    return persistence.lanes();
  }

  @Provides
  @Singleton
  Resends resends() {
    return persistence.resends();
  }

  @Provides
  @Singleton
  StoppedChannels stoppedChannels() {
    return persistence.stoppedChannels();
  }

  @Provides
  @Singleton
  FindOrders findOrders() {
    return persistence.findOrders();
  }

  @Provides
  @Singleton
  ReadOrder readOrder() {
    return persistence.readOrder();
  }

  @Provides
  @Singleton
  ReadHistory readHistory() {
    return persistence.readHistory();
  }

  @Provides
  @Singleton
  ReadLedger readLedger() {
    return persistence.readLedger();
  }

  @Provides
  @Singleton
  CountLabels countLabels() {
    return persistence.countLabels();
  }

  @Provides
  @Singleton
  StatusLookups statusLookups() {
    return persistence.statusLookups();
  }

  @Provides
  @Singleton
  StoredMonths storedMonths() {
    return persistence.storedMonths();
  }

  @Provides
  @Singleton
  Leftovers leftovers() {
    return persistence.leftovers();
  }

  @Provides
  @Singleton
  Readiness readiness() {
    return persistence.readiness();
  }
}
