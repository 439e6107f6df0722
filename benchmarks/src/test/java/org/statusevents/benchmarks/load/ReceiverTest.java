package org.statusevents.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiverTest {
  private final Receiver receiver = new Receiver();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    receiver.close();
  }

  private HttpResponse<Void> post(String order, int sequence) throws Exception {
    String body = "{\"id\":\"x\",\"subject\":\"" + order + "\",\"sequence\":" + sequence + "}";
    return client.send(
        HttpRequest.newBuilder(URI.create(receiver.address().toString()))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  @Test
  void whileShutItAsksToWaitAndCountsNothing() throws Exception {
    HttpResponse<Void> answer = post("1", 1);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(receiver.received().accepted()).isZero();
  }

  @Test
  void aSequenceThatFallsIsOutOfOrderAndOneThatStaysIsRepeated() throws Exception {
    receiver.open();
    assertThat(post("1", 2).statusCode()).isEqualTo(204);
    var _ = post("1", 3);
    var _ = post("2", 1);
    var _ = post("1", 3);
    var _ = post("1", 2);

    assertThat(receiver.received().accepted()).isEqualTo(5);
    assertThat(receiver.received().repeated()).isEqualTo(1);
    assertThat(receiver.received().reordered()).isEqualTo(1);
    receiver.reset();
    assertThat(receiver.received().accepted()).isZero();
  }
}
