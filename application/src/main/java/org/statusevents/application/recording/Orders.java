package org.statusevents.application.recording;

import java.util.List;
import java.util.Set;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

/// Orders with their history, ledger and lanes, stored together. Called within a transaction.
public interface Orders {

  /// What is stored of those orders and operations, and the configuration in force. The orders that
  /// exist are locked until the transaction ends, in one sorted order whatever the caller's, so
  /// that two callers cannot wait for each other. Numbers that do not exist are simply absent.
  LoadedOrders loadForUpdate(StoreId store, Set<OrderNumber> orders, Set<OperationId> operations);

  /// The same without locking; for looking only.
  LoadedOrders load(StoreId store, Set<OrderNumber> orders, Set<OperationId> operations);

  /// Stores decided operations in the order given: operation ids with digests and receipts, history
  /// rows, orders as they stand after the last of them, contacts of new orders, what each channel
  /// is owed, and lanes with due work. The decisions must rest on what [#loadForUpdate] answered in
  /// the same transaction. Throws [org.statusevents.application.transaction.ConcurrentChange] where
  /// an id or a new order was taken in between. All of it in a fixed number of statements, however
  /// many operations.
  void save(StoreId store, List<DecidedOperation> operations);
}
