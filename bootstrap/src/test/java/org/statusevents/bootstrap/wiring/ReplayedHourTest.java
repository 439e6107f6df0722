package org.statusevents.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.statusevents.bootstrap.receiver.HoldingReceiver;
import org.statusevents.bootstrap.receiver.HoldingReceiver.Call;
import org.statusevents.testkit.Waiting;

/// The real service and a receiver that lost its last hour.
final class ReplayedHourTest {
  private static final String STORE = "lost";
  private static final int ORDERS = 12;
  private static final Duration DELIVERY_MAX = Duration.ofSeconds(30);

  @TempDir private Path temporary;

  @Test
  void aReceiverThatLostItsLastHourGetsItAgainWithTheSameIdsAndInOrder() throws Exception {
    try (HoldingReceiver receiver = new HoldingReceiver();
        RunningNode node = new RunningNode(temporary)) {
      node.store(STORE, "payload", receiver.address(), "Approved", "Packed", "On Hold");
      node.rule(STORE, "ORDER_APPROVE", "", "Approved", true);
      node.rule(STORE, "ORDER_PACK", "", "Packed", true);
      node.rule(STORE, "ORDER_UNAPPROVE", "", "On Hold", true);
      for (int i = 1; i <= ORDERS; i++) {
        node.order(STORE, order(i), 1);
        var _ = node.operation(STORE, i + "-1", order(i), "[{\"type\":\"ORDER_APPROVE\"}]");
        var _ = node.operation(STORE, i + "-2", order(i), "[{\"type\":\"ORDER_PACK\"}]");
      }
      awaitLabel(receiver, "Packed", 0);
      List<JsonNode> _ = Waiting.until(() -> accepted(node), all -> all.size() == 2 * ORDERS);
      List<Call> before = receiver.calls();

      JsonNode answer =
          node.post(
                  "/stores/" + STORE + "/channels/hook/replay",
                  "{\"from\":\"" + Instant.now().minus(1, ChronoUnit.HOURS) + "\"}")
              .isOk()
              .body();

      assertThat(answer.path("orders").asInt()).isEqualTo(ORDERS);
      assertThat(answer.path("updates").asInt()).isEqualTo(before.size());
      awaitLabel(receiver, "Packed", before.size());
      for (int i = 1; i <= ORDERS; i++) {
        var _ = node.operation(STORE, i + "-3", order(i), "[{\"type\":\"ORDER_UNAPPROVE\"}]");
      }
      awaitLabel(receiver, "On Hold", before.size());
      List<Call> again = receiver.calls().subList(before.size(), receiver.calls().size());
      for (int i = 1; i <= ORDERS; i++) {
        List<Call> first = of(before, order(i));
        List<Call> second = of(again, order(i));
        assertThat(second).hasSize(first.size() + 1);
        assertThat(second.subList(0, first.size())).isEqualTo(first);
        assertThat(second.getLast().label()).isEqualTo("On Hold");
      }
      List<JsonNode> accepted =
          Waiting.until(() -> accepted(node), all -> all.size() == before.size() + ORDERS);
      assertThat(accepted)
          .filteredOn(update -> update.path("attempts").asInt() == 2)
          .hasSize(before.size());
    }
  }

  private static List<JsonNode> accepted(RunningNode node) {
    return node.all("/stores/" + STORE + "/updates").stream()
        .filter(update -> update.path("state").asText().equals("accepted"))
        .toList();
  }

  /// Waits until each order was told with that label behind the first `calls`.
  private static void awaitLabel(HoldingReceiver receiver, String label, int calls)
      throws InterruptedException {
    for (int i = 1; i <= ORDERS; i++) {
      String order = order(i);
      Call _ =
          receiver.await(
              call ->
                  call.order().equals(order)
                      && call.label().equals(label)
                      && receiver.calls().stream()
                          .skip(calls)
                          .anyMatch(
                              later -> later.order().equals(order) && later.label().equals(label)),
              DELIVERY_MAX);
    }
  }

  private static String order(int i) {
    return Integer.toString(100 + i);
  }

  private static List<Call> of(List<Call> calls, String order) {
    return calls.stream().filter(call -> call.order().equals(order)).toList();
  }
}
