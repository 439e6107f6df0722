package org.statusevents.testkit.recording;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.statusevents.application.recording.DecidedOperation;
import org.statusevents.application.recording.LoadedOrders;
import org.statusevents.application.recording.Orders;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

/// Stores as told, and then throws what it was told to.
final class TroubledOrders implements Orders {
  private final Orders orders;
  private final Queue<RuntimeException> troubles = new ArrayDeque<>();
  private int saves;

  TroubledOrders(Orders orders) {
    this.orders = orders;
  }

  /// Makes the next saves end with these, one after the other.
  void failNext(RuntimeException... exceptions) {
    troubles.addAll(List.of(exceptions));
  }

  int saves() {
    return saves;
  }

  @Override
  public LoadedOrders loadForUpdate(
      StoreId store, Set<OrderNumber> numbers, Set<OperationId> operations) {
    return orders.loadForUpdate(store, numbers, operations);
  }

  @Override
  public LoadedOrders load(StoreId store, Set<OrderNumber> numbers, Set<OperationId> operations) {
    return orders.load(store, numbers, operations);
  }

  @Override
  public void save(StoreId store, List<DecidedOperation> operations) {
    orders.save(store, operations);
    saves++;
    RuntimeException trouble = troubles.poll();
    if (trouble != null) {
      throw trouble;
    }
  }
}
