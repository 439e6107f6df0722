package org.statusevents.testkit.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.statusevents.application.recording.DecidedOperation;
import org.statusevents.application.recording.LoadedOrders;
import org.statusevents.application.recording.LoadedOrders.StoredOperation;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.OperationReceipt.ChannelReceipt;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.decision.OrderDecision;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.memory.StoredLane.OwedUpdate;
import org.statusevents.testkit.memory.StoredState.LaneKey;
import org.statusevents.testkit.memory.StoredState.OperationKey;
import org.statusevents.testkit.memory.StoredState.OrderKey;
import org.statusevents.testkit.memory.StoredState.StoredEvent;
import org.statusevents.testkit.memory.StoredState.StoredOrder;

final class InMemoryOrders implements Orders {
  private final InMemoryStorage storage;

  InMemoryOrders(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public LoadedOrders loadForUpdate(
      StoreId store, Set<OrderNumber> orders, Set<OperationId> operations) {
    return load(store, orders, operations);
  }

  @Override
  public LoadedOrders load(StoreId store, Set<OrderNumber> orders, Set<OperationId> operations) {
    return storage.writeInTransaction(state -> {
      Map<OrderNumber, KnownOrder> known = new HashMap<>();
      for (OrderNumber number : orders) {
        StoredOrder order = state.orders.get(new OrderKey(store, number));
        if (order != null) {
          known.put(number, known(state, store, order));
        }
      }
      Map<OperationId, StoredOperation> recorded = new HashMap<>();
      for (OperationId id : operations) {
        StoredOperation operation = state.operations.get(new OperationKey(store, id));
        if (operation != null) {
          recorded.put(id, operation);
        }
      }
      return new LoadedOrders(state.configuration(store), bound(state, store), known, recorded);
    });
  }

  private static KnownOrder known(StoredState state, StoreId store, StoredOrder stored) {
    Map<ChannelId, Long> told = new HashMap<>();
    for (StoredLane lane : state.lanes.values()) {
      if (lane.key().orderKey().equals(new OrderKey(store, stored.order().number()))) {
        lane.toldFacts().ifPresent(facts -> told.put(lane.key().channel(), facts));
      }
    }
    return new KnownOrder(stored.order(), stored.importFingerprint(), told);
  }

  private static Set<ChannelId> bound(StoredState state, StoreId store) {
    Set<ChannelId> bound = new HashSet<>();
    state.orders.forEach((key, stored) -> {
      if (key.store().equals(store)) {
        stored.order().channel().ifPresent(bound::add);
      }
    });
    return bound;
  }

  @Override
  public void save(StoreId store, List<DecidedOperation> operations) {
    var _ =
        storage.writeInTransaction(state -> {
          for (DecidedOperation decided : operations) {
            OperationReceipt receipt = decided.receipt();
            StoredOperation taken =
                state.operations.putIfAbsent(
                    new OperationKey(store, receipt.id()),
                    new StoredOperation(decided.digest(), receipt));
            if (taken != null) {
              throw new ConcurrentChange("operation " + receipt.id() + " is taken");
            }
            for (int i = 0; i < receipt.orders().size(); i++) {
              OrderDecision order = decided.decision().orders().get(i);
              saveOrder(state, new OrderKey(store, order.after().number()), order, receipt);
              owe(state, store, order, receipt.orders().get(i).channels(), receipt);
            }
          }
          return operations;
        });
  }

  private static void saveOrder(
      StoredState state, OrderKey key, OrderDecision decision, OperationReceipt receipt) {
    Optional<StoredOrder> present = Optional.ofNullable(state.orders.get(key));
    if (!present.map(StoredOrder::order).equals(decision.before())) {
      throw new ConcurrentChange("order " + key.order() + " was changed");
    }
    Order after = decision.after();
    StoredOrder stored =
        present
            .map(order ->
                new StoredOrder(
                    after,
                    order.importFingerprint(),
                    order.contact(),
                    order.importedAt(),
                    receipt.recordedAt()))
            .orElseGet(() -> created(after, decision.created().orElseThrow(), receipt));
    state.orders.put(key, stored);
    List<StoredEvent> history = state.histories.computeIfAbsent(key, _ -> new ArrayList<>());
    for (AppliedEvent applied : decision.applied()) {
      history.add(
          new StoredEvent(
              WithoutPerson.of(applied),
              receipt.id(),
              receipt.source(),
              receipt.actor(),
              receipt.occurredAt(),
              receipt.recordedAt(),
              receipt.configurationVersion()));
    }
  }

  private static StoredOrder created(Order order, OrderImport origin, OperationReceipt receipt) {
    return new StoredOrder(
        order, origin.fingerprint(), origin.contact(), receipt.recordedAt(), receipt.recordedAt());
  }

  private void owe(
      StoredState state,
      StoreId store,
      OrderDecision decision,
      List<ChannelReceipt> channels,
      OperationReceipt receipt) {
    for (ChannelReceipt channel : channels) {
      if (channel.update().isPresent()) {
        LaneKey key =
            new LaneKey(store, channel.channel().orElseThrow(), decision.after().number());
        OwedUpdate owed =
            new OwedUpdate(
                channel.update().get(),
                decision.after().version(),
                decision.facts(),
                false,
                decision.content().orElseThrow(),
                receipt.recordedAt());
        state.lane(key).owe(owed, modeOf(state, key), storage.now());
      }
    }
  }

  static DeliveryMode modeOf(StoredState state, LaneKey key) {
    return state.channel(key.channelKey()).map(Channel::deliver).orElse(DeliveryMode.EVERY_EVENT);
  }
}
