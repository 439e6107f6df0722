package org.statusevents.application.recording;

import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.order.OrderImport;

/// Brings in an order: fires Order Import, its first event (R19).
public interface ImportOrders {

  /// Imports one order. The same import again has no second effect, whoever sends it. Safe for many
  /// threads.
  ImportOutcome importOrder(StoreId store, OrderImport order, String source, String actor);
}
