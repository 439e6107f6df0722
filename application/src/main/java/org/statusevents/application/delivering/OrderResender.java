package org.statusevents.application.delivering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.statusevents.application.channel.ChannelAbilities;
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
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.decision.Policy;
import org.statusevents.domain.decision.UpdateContents;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;

final class OrderResender implements ResendUpdate {
  private final Transactions transactions;
  private final Orders orders;
  private final Resends resends;
  private final UpdateIds ids;
  private final ChannelAbilities abilities;

  OrderResender(
      Transactions transactions,
      Orders orders,
      Resends resends,
      UpdateIds ids,
      ChannelAbilities abilities) {
    this.transactions = transactions;
    this.orders = orders;
    this.resends = resends;
    this.ids = ids;
    this.abilities = abilities;
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
    Policy policy = new Policy(configuration, abilities.byAdapter(), loaded.boundChannels());
    long facts = UpdateContents.facts(order, configuration);
    List<OwedResend> owed = new ArrayList<>();
    List<ChannelResend.Withheld> withheld = new ArrayList<>();
    for (Channel taking : configuration.channelsOf(order, loaded.boundChannels())) {
      if (channel.isEmpty() || channel.get().equals(taking.id())) {
        Optional<NotSent> obstacle = policy.obstacleToResending(taking, order);
        obstacle.ifPresentOrElse(
            reason -> withheld.add(new ChannelResend.Withheld(taking.id(), reason)),
            () -> owed.add(new OwedResend(taking.id(), ids.next(), facts)));
      }
    }
    if (owed.isEmpty()) {
      return withheld.isEmpty()
          ? new ResendOutcome.NoChannel(order.number())
          : new ResendOutcome.NotResent(order.number(), withheld);
    }
    resends.owe(configuration.store(), UpdateContents.current(order, configuration), owed);
    return new ResendOutcome.Resent(
        Stream.<ChannelResend>concat(
                owed.stream().map(update -> new ChannelResend.Owed(update.channel(), update.id())),
                withheld.stream())
            .toList());
  }
}
