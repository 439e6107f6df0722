package org.statusevents.application.delivering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.statusevents.application.delivering.Resends.OwedResend;
import org.statusevents.application.recording.LoadedOrders;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.recording.UpdateIds;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.decision.UpdateContents;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;

final class OrderResender implements ResendUpdate {
  private final Transactions transactions;
  private final Orders orders;
  private final Resends resends;
  private final UpdateIds ids;

  OrderResender(Transactions transactions, Orders orders, Resends resends, UpdateIds ids) {
    this.transactions = transactions;
    this.orders = orders;
    this.resends = resends;
    this.ids = ids;
  }

  @Override
  public ResendOutcome resend(StoreId store, OrderNumber number, Optional<ChannelId> channel) {
    return transactions.inTransaction(() -> {
      LoadedOrders loaded = orders.loadForUpdate(store, Set.of(number), Set.of());
      if (loaded.configuration().isEmpty()) {
        return new ResendOutcome.StoreUnknown(store);
      }
      KnownOrder known = loaded.orders().get(number);
      if (known == null) {
        return new ResendOutcome.OrderUnknown(number);
      }
      return resend(known.order(), channel, loaded, loaded.configuration().get());
    });
  }

  private ResendOutcome resend(
      Order order,
      Optional<ChannelId> channel,
      LoadedOrders loaded,
      StoreConfiguration configuration) {
    long facts = UpdateContents.facts(order, configuration);
    List<OwedResend> owed =
        configuration.channelsOf(order, loaded.boundChannels()).stream()
            .filter(Channel::enabled)
            .map(Channel::id)
            .filter(id -> channel.isEmpty() || channel.get().equals(id))
            .map(id -> new OwedResend(id, ids.next(), facts))
            .toList();
    if (owed.isEmpty()) {
      return new ResendOutcome.NoChannel(order.number());
    }
    resends.owe(configuration.store(), UpdateContents.current(order, configuration), owed);
    return new ResendOutcome.Resent(
        owed.stream().map(update -> new ResentUpdate(update.channel(), update.id())).toList());
  }
}
