package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.rest.ApiClient.Response;
import org.statusevents.application.access.Role;

/// Several clients that want the same at once.
final class AtOnceTest {
  private static final String STORE = "/api/v1/stores/shop";
  private static final int CLIENTS = 8;

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void openShop() {
    api.shop();
    api.client(Role.INGEST).put(STORE + "/orders/1001", Bodies.order(1)).is(201);
  }

  private static List<Response> atOnce(Callable<Response> request) {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Response>> answers =
          clients.invokeAll(IntStream.range(0, CLIENTS).mapToObj(_ -> request).toList());
      return answers.stream().map(AtOnceTest::answered).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Response answered(Future<Response> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private int version(String order) {
    return api.client(Role.READ)
        .get(STORE + "/orders/" + order)
        .is(200)
        .json()
        .path("version")
        .asInt();
  }

  @Test
  void oneOperationAppliesOnceAndEveryOtherIsItsReplay() {
    ApiClient client = api.client(Role.INGEST);
    List<Response> answers =
        atOnce(() -> client.post(STORE + "/operations", Bodies.approval("op-1", "1001")));
    assertThat(answers).extracting(Response::status).containsOnly(200);
    assertThat(answers).extracting(Response::text).containsOnly(answers.getFirst().text());
    assertThat(answers)
        .filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty())
        .hasSize(1);
    assertThat(version("1001")).isEqualTo(2);
  }

  @Test
  void oneImportComesInOnceAndEveryOtherFindsIt() {
    ApiClient client = api.client(Role.INGEST);
    List<Response> answers = atOnce(() -> client.put(STORE + "/orders/2002", Bodies.order(2)));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(CLIENTS - 1);
    assertThat(version("2002")).isEqualTo(1);
  }

  @Test
  void changesOfConfigurationAllSucceed() {
    ApiClient client = api.client(Role.CONFIGURE);
    String channel = "{\"adapter\": \"fake\", \"url\": \"https://cart.example\"}";
    for (String[] put :
        new String[][] {
          {STORE, "{\"name\": \"Shop\"}"},
          {STORE + "/labels/Gift", "{}"},
          {STORE + "/status-events/ORDER_PACK", "{\"notify\": false}"},
          {STORE + "/channels/web", channel}
        }) {
      assertThat(atOnce(() -> client.put(put[0], put[1])))
          .as(put[0])
          .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201));
    }
  }
}
