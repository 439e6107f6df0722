package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.statusevents.domain.configuration.UpdateMode;
import org.statusevents.domain.decision.RandomWalk.Step;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Quantities;

/// What is true of every decision, on [#WALKS] random sequences of operations.
class DecisionPropertiesTest {
  private static final int WALKS = 2_000;
  private static final List<List<Step>> ALL =
      LongStream.range(0, WALKS).mapToObj(RandomWalk::of).toList();

  private static void forEachOrderDecided(BiConsumer<Step, OrderDecision> check) {
    for (List<Step> walk : ALL) {
      for (Step step : walk) {
        if (step.decision() instanceof Decision.Decided decided) {
          decided.orders().forEach(order -> check.accept(step, order));
        }
      }
    }
  }

  /// Otherwise the other tests would prove little.
  @Test
  void theWalksMeetEveryKindOfDecisionVerdictAndChange() {
    Map<String, Integer> met = new HashMap<>();
    for (List<Step> walk : ALL) {
      walk.forEach(step -> met.merge(step.decision().getClass().getSimpleName(), 1, Integer::sum));
    }
    forEachOrderDecided((_, order) -> {
      order.verdicts().forEach(verdict -> met.merge(kindOf(verdict), 1, Integer::sum));
      met.merge(order.created().isPresent() ? "created" : "known", 1, Integer::sum);
      order.applied().forEach(applied -> met.merge(applied.event().type().key(), 1, Integer::sum));
    });

    assertThat(met.get("Decided")).isGreaterThan(WALKS * 3);
    for (NotSent reason : NotSent.values()) {
      assertThat(met.containsKey(reason.name()))
          .as(reason.name())
          .isEqualTo(reason != NotSent.DUPLICATE);
    }
    assertThat(met)
        .containsKeys("Owed", "DataRefused", "OrderUnknown", "OrderExists", "created", "known")
        .containsKeys("ITEM_ADD", "ITEM_UNRETURN", "ORDER_EDIT_TRACKING_NUMBER", "ORDER_UNCANCEL");
  }

  private static String kindOf(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Owed _ -> "Owed";
      case Verdict.Withheld(var _, NotSent reason) -> reason.name();
    };
  }

  @Test
  void theOrderIsTheFoldOfItsHistory() {
    for (List<Step> walk : ALL) {
      Map<OrderNumber, List<AppliedEvent>> histories = new HashMap<>();
      Map<OrderNumber, Order> orders = new HashMap<>();
      for (Step step : walk) {
        if (step.decision() instanceof Decision.Decided decided) {
          for (OrderDecision order : decided.orders()) {
            OrderNumber number = order.after().number();
            histories.computeIfAbsent(number, _ -> new ArrayList<>()).addAll(order.applied());
            orders.put(number, order.after());
          }
        }
      }
      histories.forEach((number, history) ->
          assertThat(OrderFold.fold(number, history)).contains(orders.get(number)));
    }
  }

  @Test
  void equalInputsGiveEqualAnswers() {
    for (List<Step> walk : ALL) {
      for (Step step : walk) {
        assertThat(Decider.decide(step.operation(), step.known(), step.policy()))
            .isEqualTo(step.decision());
      }
    }
  }

  @Test
  void quantitiesStayWithinWhatWasOrdered() {
    forEachOrderDecided((_, order) -> {
      for (Line line : order.after().lines()) {
        Quantities q = line.quantities();
        assertThat(List.of(q.needed(), q.returnable(), q.cancelled(), q.shipped(), q.moved()))
            .allMatch(quantity -> quantity >= 0 && quantity <= q.ordered());
      }
    });
  }

  @Test
  void thereIsContentExactlyWhereAnUpdateIsOwed() {
    forEachOrderDecided((_, order) -> {
      boolean owed = order.verdicts().stream().anyMatch(Verdict.Owed.class::isInstance);
      assertThat(order.content().isPresent()).isEqualTo(owed);
      order
          .content()
          .ifPresent(content -> {
            assertThat(content.sequence()).isEqualTo(order.after().version());
            assertThat(content.orderLabel()).isEqualTo(order.after().label());
          });
    });
  }

  @Test
  void aChannelIsOwedOneUpdateExactlyWhereAnEventOwesIt() {
    forEachOrderDecided((_, order) -> {
      assertThat(order.verdicts()).doesNotHaveDuplicates();
      for (int i = 0; i < order.verdicts().size(); i++) {
        int channel = i;
        boolean anyEvent =
            order.applied().stream()
                .anyMatch(applied -> applied.verdicts().get(channel) instanceof Verdict.Owed);
        assertThat(order.verdicts().get(channel) instanceof Verdict.Owed).isEqualTo(anyEvent);
      }
    });
  }

  @Test
  void labelsChangeOnlyAsTheChangesSayAndEachChangeChanges() {
    forEachOrderDecided((_, order) -> {
      Map<OptionalInt, Optional<LabelText>> labels = new HashMap<>();
      order.before().ifPresent(before -> labels.putAll(labelsOf(before)));
      for (AppliedEvent applied : order.applied()) {
        for (LabelChange change : applied.changes()) {
          assertThat(labels.getOrDefault(change.line(), Optional.empty()))
              .isEqualTo(change.previous())
              .isNotEqualTo(Optional.of(change.label()));
          labels.put(change.line(), Optional.of(change.label()));
        }
      }
      labelsOf(order.after())
          .forEach((line, label) ->
              assertThat(labels.getOrDefault(line, Optional.empty())).isEqualTo(label));
    });
  }

  private static Map<OptionalInt, Optional<LabelText>> labelsOf(Order order) {
    Map<OptionalInt, Optional<LabelText>> labels = new HashMap<>();
    labels.put(OptionalInt.empty(), order.label());
    order.lines().forEach(line -> labels.put(OptionalInt.of(line.number()), line.label()));
    return labels;
  }

  @Test
  void theHistoryIsNumberedWithoutAGap() {
    forEachOrderDecided((_, order) -> {
      long sequence = order.before().map(Order::version).orElse(0L);
      for (AppliedEvent applied : order.applied()) {
        sequence++;
        assertThat(applied.sequence()).isEqualTo(sequence);
      }
      assertThat(order.after().version()).isEqualTo(sequence);
    });
  }

  @Test
  void inStrictModeAnEventThatChangedNoLabelIsNeverOwed() {
    forEachOrderDecided((step, order) -> {
      if (step.policy().configuration().settings().updateMode() == UpdateMode.STRICT) {
        for (AppliedEvent applied : order.applied()) {
          assertThat(
                  applied.changes().isEmpty()
                      && applied.verdicts().stream().anyMatch(Verdict.Owed.class::isInstance))
              .isFalse();
        }
      }
    });
  }
}
