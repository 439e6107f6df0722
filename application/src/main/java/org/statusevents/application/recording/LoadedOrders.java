package org.statusevents.application.recording;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

/// What a decision needs of what is stored. No configuration means that the store does not exist.
public record LoadedOrders(
    Optional<StoreConfiguration> configuration,
    Set<ChannelId> boundChannels,
    Map<OrderNumber, KnownOrder> orders,
    Map<OperationId, StoredOperation> operations) {
  public LoadedOrders {
    boundChannels = Set.copyOf(boundChannels);
    orders = Map.copyOf(orders);
    operations = Map.copyOf(operations);
  }

  /// An operation recorded earlier.
  public record StoredOperation(String digest, OperationReceipt receipt) {}
}
