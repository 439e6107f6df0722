package org.statusevents.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  private static RequestSource posts() {
    return () -> new RequestSource.Prepared("/", Buffer.buffer("{}"));
  }

  @Test
  void theOpenLoopFeelsAStallInEveryRequestThatWasDueInIt() throws Exception {
    try (StallingServer server = new StallingServer(50, 300);
        Load load = new Load(server.target(), 4)) {
      LoadResult result = load.openLoop(posts(), 500, Duration.ofSeconds(1));

      assertThat(result.succeeded()).isEqualTo(500);
      assertThat(result.failures()).isEmpty();
      // 300 ms at 500 a second are 150 requests, of which a closed loop would see four.
      assertThat(result.millis(99)).isGreaterThan(200);
      assertThat(result.millis(80)).isGreaterThan(50);
    }
  }

  @Test
  void theClosedLoopKeepsAsManyUnderWayAsThereAreConnections() throws Exception {
    try (StallingServer server = new StallingServer(Integer.MAX_VALUE, 0);
        Load load = new Load(server.target(), 3)) {
      LoadResult result = load.closedLoop(posts(), Duration.ZERO, SHORT);

      assertThat(result.succeeded()).isPositive();
      assertThat(result.perSecond()).isEqualTo(result.succeeded() / 0.4);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void anErrorIsCountedAsOneAndNotAsAnAnswer() throws Exception {
    try (StallingServer server = new StallingServer(Integer.MAX_VALUE, 0);
        Load load = new Load(server.target(), 1)) {
      LoadResult result =
          load.times(
              () -> new RequestSource.Prepared("/busy", Buffer.buffer("{}")),
              7,
              Duration.ofSeconds(20));

      assertThat(result.succeeded()).isZero();
      assertThat(result.failures()).containsExactly(Map.entry("HTTP 503", 7L));
    }
  }

  @Test
  void aNumberOfRequestsIsSentExactly() throws Exception {
    try (StallingServer server = new StallingServer(Integer.MAX_VALUE, 0);
        Load load = new Load(server.target(), 4)) {
      assertThat(load.times(posts(), 33, Duration.ofSeconds(20)).succeeded()).isEqualTo(33);
      assertThat(server.requests()).isEqualTo(33);
    }
  }

  @Test
  void aSourceThatThrowsEndsTheLoadAtOnce() throws Exception {
    RequestSource broken =
        () -> {
          throw new IllegalArgumentException("broken");
        };
    try (StallingServer server = new StallingServer(Integer.MAX_VALUE, 0);
        Load load = new Load(server.target(), 4)) {
      assertThatThrownBy(() -> load.times(broken, 1, Duration.ofSeconds(20)))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("broken");
    }
  }

  @Test
  void whatIsAnsweredWhileWarmingUpIsNotCounted() throws Exception {
    try (StallingServer server = new StallingServer(Integer.MAX_VALUE, 0);
        Load load = new Load(server.target(), 1)) {
      LoadResult result = load.closedLoop(posts(), SHORT, SHORT);

      assertThat(result.succeeded()).isPositive().isLessThan(server.requests());
      assertThat(result.perSecond()).isEqualTo(result.succeeded() / 0.4);
    }
  }
}
