package org.statusevents.adapters.persistence.database;

import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Replays;
import org.statusevents.application.delivering.Resends;
import org.statusevents.application.delivering.SettleParked;
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
import org.statusevents.testkit.HousekeepingWorld;

/// The ports on PostgreSQL as contracts want them.
public record PostgresWorld(PostgresPersistence persistence) implements HousekeepingWorld {
  @Override
  public Transactions transactions() {
    return persistence.transactions();
  }

  @Override
  public Configurations configurations() {
    return persistence.configurations();
  }

  @Override
  public Orders orders() {
    return persistence.orders();
  }

  @Override
  public Lanes lanes() {
    return persistence.lanes();
  }

  @Override
  public Resends resends() {
    return persistence.resends();
  }

  @Override
  public Replays replays() {
    return persistence.replays();
  }

  @Override
  public SettleParked settleParked() {
    return persistence.settleParked();
  }

  @Override
  public ChannelSecrets channelSecrets() {
    return persistence.channelSecrets();
  }

  @Override
  public StoppedChannels stoppedChannels() {
    return persistence.stoppedChannels();
  }

  @Override
  public FindOrders findOrders() {
    return persistence.findOrders();
  }

  @Override
  public ReadOrder readOrder() {
    return persistence.readOrder();
  }

  @Override
  public ReadHistory readHistory() {
    return persistence.readHistory();
  }

  @Override
  public ReadLedger readLedger() {
    return persistence.readLedger();
  }

  @Override
  public CountLabels countLabels() {
    return persistence.countLabels();
  }

  @Override
  public StoredMonths storedMonths() {
    return persistence.storedMonths();
  }

  @Override
  public Leftovers leftovers() {
    return persistence.leftovers();
  }

  @Override
  public StatusLookups statusLookups() {
    return persistence.statusLookups();
  }
}
