package org.statusevents.adapters.persistence.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.statusevents.adapters.persistence.configuring.ConfigurationVersions;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.recording.DecidedOperation;
import org.statusevents.application.recording.LoadedOrders;
import org.statusevents.application.recording.Orders;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

final class MyBatisOrders implements Orders {
  private final CurrentSession session;
  private final ConfigurationVersions configurations;

  MyBatisOrders(CurrentSession session, ConfigurationVersions configurations) {
    this.session = session;
    this.configurations = configurations;
  }

  @Override
  public LoadedOrders loadForUpdate(
      StoreId store, Set<OrderNumber> orders, Set<OperationId> operations) {
    var _ =
        session.with(RecordingMapper.class, mapper -> mapper.lock(store.value(), numbers(orders)));
    return load(store, orders, operations);
  }

  @Override
  public LoadedOrders load(StoreId store, Set<OrderNumber> orders, Set<OperationId> operations) {
    String[] ids = operations.stream().map(OperationId::value).toArray(String[]::new);
    JsonNode document =
        session.with(
            RecordingMapper.class, mapper -> mapper.load(store.value(), numbers(orders), ids));
    Optional<StoreConfiguration> configuration =
        LoadedDocument.version(document).map(version -> configurations.version(store, version));
    return LoadedDocument.read(document, configuration);
  }

  private static String[] numbers(Set<OrderNumber> orders) {
    return orders.stream().map(OrderNumber::value).toArray(String[]::new);
  }

  @Override
  public void save(StoreId store, List<DecidedOperation> operations) {
    JsonNode batch = BatchDocument.of(operations);
    int events = session.with(RecordingMapper.class, mapper -> mapper.save(store.value(), batch));
    int expected =
        operations.stream()
            .flatMap(operation -> operation.decision().orders().stream())
            .mapToInt(order -> order.applied().size())
            .sum();
    if (events != expected) {
      throw new IllegalStateException("events stored: " + events + " (expected: " + expected + ")");
    }
  }
}
