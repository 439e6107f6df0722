package org.statusevents.adapters.persistence.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    return load(store, orders, operations, RecordingMapper::lock);
  }

  @Override
  public LoadedOrders load(StoreId store, Set<OrderNumber> orders, Set<OperationId> operations) {
    return load(store, orders, operations, RecordingMapper::load);
  }

  private interface RowsOfOrders {
    @Nullable JsonNode of(RecordingMapper mapper, String store, String[] numbers);
  }

  private LoadedOrders load(
      StoreId store, Set<OrderNumber> orders, Set<OperationId> operations, RowsOfOrders rows) {
    String[] numbers = orders.stream().map(OrderNumber::value).toArray(String[]::new);
    String[] ids = operations.stream().map(OperationId::value).toArray(String[]::new);
    return session.with(
        RecordingMapper.class,
        mapper -> {
          JsonNode found = rows.of(mapper, store.value(), numbers);
          JsonNode rest = mapper.loadRest(store.value(), numbers, ids);
          Optional<StoreConfiguration> configuration =
              LoadedDocument.version(rest).map(version -> configurations.version(store, version));
          return LoadedDocument.read(found, rest, configuration);
        });
  }

  @Override
  public void save(StoreId store, List<DecidedOperation> operations) {
    var batch = BatchColumns.of(operations);
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
