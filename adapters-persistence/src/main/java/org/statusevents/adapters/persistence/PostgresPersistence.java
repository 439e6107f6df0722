package org.statusevents.adapters.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.statusevents.adapters.persistence.access.Access;
import org.statusevents.adapters.persistence.configuring.Configuring;
import org.statusevents.adapters.persistence.configuring.SecretKeys;
import org.statusevents.adapters.persistence.delivering.Delivering;
import org.statusevents.adapters.persistence.health.Health;
import org.statusevents.adapters.persistence.housekeeping.Housekeeping;
import org.statusevents.adapters.persistence.lookup.Lookup;
import org.statusevents.adapters.persistence.order.StoredOrders;
import org.statusevents.adapters.persistence.reading.Reading;
import org.statusevents.adapters.persistence.recording.Recording;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.adapters.persistence.session.Sessions;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Nodes;
import org.statusevents.application.delivering.Replays;
import org.statusevents.application.delivering.Resends;
import org.statusevents.application.delivering.SettleParked;
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

/// The door to persistence: the driven ports, and the queries that persistence answers directly, on
/// one PostgreSQL database. Opens without the database; calls while it is away throw
/// [org.statusevents.application.transaction.StorageUnavailable] and work again by themselves. Safe
/// for many threads.
public final class PostgresPersistence implements AutoCloseable {
  private final SchemaMigrations migrations;
  private final HikariDataSource connections;
  private final CurrentSession session;
  private final Configuring configuring;
  private final StoredOrders orders;
  private final UUID node = UUID.randomUUID();
  private final AccessKeys accessKeys;

  /// `secretKeys` are the keys that seal channel secrets, by id, 32 bytes each; new secrets are
  /// sealed with that of id `currentKeyId`.
  public PostgresPersistence(
      PersistenceConfig config, String currentKeyId, Map<String, byte[]> secretKeys) {
    migrations = new SchemaMigrations(config);
    connections = ConnectionPool.open(config);
    session = Sessions.over(connections, mappers());
    configuring = new Configuring(session, new SecretKeys(currentKeyId, secretKeys));
    orders = new StoredOrders(session);
    accessKeys = Access.accessKeys(session);
  }

  static List<Class<?>> mappers() {
    return Stream.of(
            Health.MAPPERS,
            Configuring.MAPPERS,
            Access.MAPPERS,
            Delivering.MAPPERS,
            StoredOrders.MAPPERS,
            Reading.MAPPERS,
            Recording.MAPPERS,
            Lookup.MAPPERS,
            Housekeeping.MAPPERS)
        .<Class<?>>flatMap(List::stream)
        .toList();
  }

  public SchemaMigrations migrations() {
    return migrations;
  }

  public Transactions transactions() {
    return Sessions.transactions(session);
  }

  public Configurations configurations() {
    return configuring.configurations();
  }

  public ChannelSecrets channelSecrets() {
    return configuring.channelSecrets();
  }

  public AccessKeys accessKeys() {
    return accessKeys;
  }

  public Orders orders() {
    return Recording.orders(session, configuring.versions());
  }

  public Lanes lanes() {
    return Delivering.lanes(session, configuring.versions(), configuring.channelSecrets(), node);
  }

  /// As the one that [#lanes()] are handed to.
  public Nodes nodes() {
    return Delivering.nodes(session, node);
  }

  public Resends resends() {
    return Delivering.resends(session);
  }

  public Replays replays() {
    return Delivering.replays(session);
  }

  public SettleParked settleParked() {
    return Delivering.settleParked(session);
  }

  public StoppedChannels stoppedChannels() {
    return Delivering.stoppedChannels(session);
  }

  public FindOrders findOrders() {
    return reading().findOrders();
  }

  public ReadOrder readOrder() {
    return reading().readOrder();
  }

  public ReadHistory readHistory() {
    return reading().readHistory();
  }

  public ReadLedger readLedger() {
    return reading().readLedger();
  }

  public CountLabels countLabels() {
    return reading().countLabels();
  }

  private Reading reading() {
    return new Reading(session, orders, configuring.versions());
  }

  public StatusLookups statusLookups() {
    return Lookup.statusLookups(session, orders);
  }

  public StoredMonths storedMonths() {
    return Housekeeping.storedMonths(session);
  }

  public Leftovers leftovers() {
    return Housekeeping.leftovers(session);
  }

  public Readiness readiness() {
    return Health.readiness(session);
  }

  /// Closes all connections; running calls fail.
  @Override
  public void close() {
    connections.close();
  }
}
