package org.statusevents.benchmarks.faults.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.statusevents.benchmarks.faults.journal.CallVerdict;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.Journal;

final class FaultyReceiverTest {
  private static final FaultShares NONE = new FaultShares(1, 0, 0, 0, 0, 0);

  @TempDir private Path folder;

  @Test
  void whatIsTakenIsInTheJournalAndAnswered() throws Exception {
    assertThat(status(NONE)).isEqualTo(204);
    assertThat(journal())
        .singleElement()
        .isInstanceOfSatisfying(
            Entry.Called.class,
            call -> {
              assertThat(call.channel()).isEqualTo("cart");
              assertThat(call.webhookId()).isEqualTo("id-1");
              assertThat(call.order()).isEqualTo("F1");
              assertThat(call.sequence()).isEqualTo(7);
              assertThat(call.verdict()).isEqualTo(CallVerdict.TAKEN);
            });
  }

  @Test
  void anErrorIsAnsweredAsSuch() throws Exception {
    assertThat(status(new FaultShares(1, 1, 0, 0, 0, 0))).isEqualTo(500);
  }

  @Test
  void aPleaToWaitSaysHowLong() throws Exception {
    try (Journal journal = Journal.create(folder.resolve("journal"));
        FaultyReceiver receiver =
            FaultyReceiver.start("cart", new FaultShares(1, 0, 0, 0, 1, 0), journal)) {
      HttpResponse<String> response = send(receiver);
      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(response.headers().firstValue("Retry-After")).contains("3");
    }
    assertThat(((Entry.Called) journal().getFirst()).waitMillis()).isEqualTo(3_000);
  }

  @Test
  void whatIsTakenWithoutAnAnswerIsInTheJournalAllTheSame() {
    assertThatThrownBy(() -> status(new FaultShares(1, 0, 0, 1, 0, 0)))
        .isInstanceOf(IOException.class);
    assertThat(((Entry.Called) journal().getFirst()).verdict()).isEqualTo(CallVerdict.TAKEN_UNSAID);
  }

  @Test
  void theSameSeedGivesTheSameVerdicts() {
    assertThat(verdicts(FaultShares.of(7, 0.3))).isEqualTo(verdicts(FaultShares.of(7, 0.3)));
    assertThat(verdicts(FaultShares.of(7, 0.3))).isNotEqualTo(verdicts(FaultShares.of(8, 0.3)));
  }

  @Test
  void theShareOfFaultyCallsIsWhatWasAskedFor() {
    List<CallVerdict> verdicts = verdicts(FaultShares.of(7, 0.3));
    long faulty = verdicts.stream().filter(verdict -> verdict != CallVerdict.TAKEN).count();
    assertThat(faulty / (double) verdicts.size()).isBetween(0.28, 0.32);
    assertThat(verdicts).contains(CallVerdict.values());
  }

  @Test
  void noUpdateFailsForEver() {
    FaultShares always = new FaultShares(1, 1, 0, 0, 0, 0);
    assertThat(always.verdict("F1", 1, 3)).isEqualTo(CallVerdict.ERROR);
    assertThat(always.verdict("F1", 1, 4)).isEqualTo(CallVerdict.TAKEN);
  }

  private static List<CallVerdict> verdicts(FaultShares shares) {
    List<CallVerdict> verdicts = new ArrayList<>();
    for (int order = 0; order < 500; order++) {
      for (int sequence = 1; sequence <= 10; sequence++) {
        verdicts.add(shares.verdict("F" + order, sequence, 1));
      }
    }
    return verdicts;
  }

  private int status(FaultShares shares) throws IOException, InterruptedException {
    try (Journal journal = Journal.create(folder.resolve("journal"));
        FaultyReceiver receiver = FaultyReceiver.start("cart", shares, journal)) {
      return send(receiver).statusCode();
    }
  }

  private static HttpResponse<String> send(FaultyReceiver receiver)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + "/"))
              .version(HttpClient.Version.HTTP_1_1)
              .header("webhook-id", "id-1")
              .POST(BodyPublishers.ofString("{\"subject\":\"F1\",\"sequence\":7}"))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private List<Entry> journal() {
    return Journal.read(folder.resolve("journal"));
  }
}
