package org.statusevents.application.recording;

import java.util.List;
import java.util.Set;
import org.statusevents.application.channel.ChannelAbilities;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.Decider;
import org.statusevents.domain.decision.Decision;
import org.statusevents.domain.decision.Explanation;
import org.statusevents.domain.decision.Policy;
import org.statusevents.domain.event.Operation;

final class OperationExplainer implements ExplainOperation {
  private final Transactions transactions;
  private final Orders orders;
  private final ChannelAbilities abilities;

  OperationExplainer(Transactions transactions, Orders orders, ChannelAbilities abilities) {
    this.transactions = transactions;
    this.orders = orders;
    this.abilities = abilities;
  }

  @Override
  public ExplainOutcome explain(StoreId store, Operation operation) {
    LoadedOrders loaded =
        transactions.inTransaction(
            () -> orders.load(store, Decider.ordersTouchedBy(operation), Set.of()));
    if (loaded.configuration().isEmpty()) {
      return new ExplainOutcome.StoreUnknown(store);
    }
    Policy policy =
        new Policy(loaded.configuration().get(), abilities.byAdapter(), loaded.boundChannels());
    return switch (Decider.decide(operation, loaded.orders(), policy)) {
      case Decision.Decided decision -> new ExplainOutcome.Explained(decision, sentences(decision));
      case Decision.OrderUnknown _ -> new ExplainOutcome.OrderUnknown(operation.order());
      case Decision.OrderExists _ -> new ExplainOutcome.OrderExists(operation.order());
      case Decision.DataRefused refused -> new ExplainOutcome.DataRefused(refused.problems());
    };
  }

  private static List<String> sentences(Decision.Decided decision) {
    return decision.orders().stream().flatMap(order -> Explanation.of(order).stream()).toList();
  }
}
