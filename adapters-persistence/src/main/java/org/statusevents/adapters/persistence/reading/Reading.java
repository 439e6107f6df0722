package org.statusevents.adapters.persistence.reading;

import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.persistence.configuring.ConfigurationVersions;
import org.statusevents.adapters.persistence.order.StoredOrders;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.reading.CountLabels;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.ReadHistory;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.application.reading.ReadOrder;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.order.OrderNumber;

/// The door to reading.
public final class Reading {
  public static final List<Class<?>> MAPPERS =
      List.of(FindMapper.class, LedgerMapper.class, HistoryMapper.class);

  private final CurrentSession session;
  private final StoredOrders orders;
  private final ConfigurationVersions configurations;

  public Reading(
      CurrentSession session, StoredOrders orders, ConfigurationVersions configurations) {
    this.session = session;
    this.orders = orders;
    this.configurations = configurations;
  }

  public FindOrders findOrders() {
    return new MyBatisOrderSearch(session);
  }

  public CountLabels countLabels() {
    return new MyBatisOrderSearch(session);
  }

  public ReadOrder readOrder() {
    return this::readOrder;
  }

  private Optional<ReadOrder.OrderView> readOrder(StoreId store, OrderNumber number) {
    return orders
        .find(store, number)
        .map(
            found -> new ReadOrder.OrderView(found.order(), found.importedAt(), found.changedAt()));
  }

  public ReadHistory readHistory() {
    return new MyBatisHistory(session, orders, new MyBatisLedger(session, orders), configurations);
  }

  public ReadLedger readLedger() {
    return new MyBatisLedger(session, orders);
  }
}
