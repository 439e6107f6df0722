package org.statusevents.benchmarks.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FaultProxyTest {
  private static final int READ_MILLIS_MAX = 10_000;
  private EchoServer server;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = new EchoServer();
    proxy = FaultProxy.before(server.port());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void withoutHarmAllPassesBothWaysAndTheEndIsTold() throws IOException {
    try (Socket client = connect()) {
      assertThat(said(client, "hello")).isEqualTo("hello");
      client.shutdownOutput();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void latencyDelaysEachWay() throws IOException {
    proxy.harm(new Harm.Latency(Duration.ofMillis(150)));
    try (Socket client = connect()) {
      long began = System.nanoTime();
      assertThat(said(client, "hello")).isEqualTo("hello");
      assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(300_000_000L);
    }
  }

  @Test
  void resetHidesWhatWasAskedFromTheServer() throws IOException {
    proxy.harm(new Harm.Reset());
    try (Socket client = connect()) {
      assertThatThrownBy(() -> said(client, "hello")).isInstanceOf(SocketException.class);
      assertThat(server.heard()).isZero();
    }
  }

  @Test
  void resetAfterCommitLetsTheServerHearAndTheClientNot() throws Exception {
    proxy.harm(new Harm.ResetAfterCommit());
    try (Socket client = connect()) {
      assertThatThrownBy(() -> said(client, "hello")).isInstanceOf(SocketException.class);
      assertThat(server.heardAnything()).isTrue();
      assertThat(server.heard()).isEqualTo(5);
    }
  }

  @Test
  void aSlowCloseTellsTheEndLater() throws IOException {
    proxy.harm(new Harm.SlowClose(Duration.ofMillis(200)));
    try (Socket client = connect()) {
      assertThat(said(client, "hello")).isEqualTo("hello");
      long began = System.nanoTime();
      client.shutdownOutput();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(200_000_000L);
    }
  }

  @Test
  void bandwidthBoundsHowMuchPassesInASecond() throws IOException {
    proxy.harm(new Harm.Bandwidth(2_000));
    try (Socket client = connect()) {
      long began = System.nanoTime();
      String text = "x".repeat(500);
      assertThat(said(client, text)).isEqualTo(text);
      assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(250_000_000L);
    }
  }

  @Test
  void aBlackHoleKeepsWhatIsSentUntilItIsOver() throws IOException {
    try (Socket client = connect()) {
      assertThat(said(client, "one")).isEqualTo("one");
      proxy.harm(new Harm.BlackHole());
      client.getOutputStream().write(bytes("two"));
      client.setSoTimeout(200);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(server.heard()).isEqualTo(3);

      proxy.harm(new Harm.None());

      client.setSoTimeout(READ_MILLIS_MAX);
      assertThat(client.getInputStream().readNBytes(3)).isEqualTo(bytes("two"));
    }
  }

  @Test
  void severResetsWhatStandsAndLetsNewOnesIn() throws IOException {
    try (Socket client = connect()) {
      assertThat(said(client, "one")).isEqualTo("one");
      proxy.sever();
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    try (Socket client = connect()) {
      assertThat(said(client, "two")).isEqualTo("two");
    }
  }

  @Test
  void refusedConnectionsAreTakenAgainOnTheSamePort() throws IOException {
    proxy.refuse();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);

    proxy.takeAgain();

    try (Socket client = connect()) {
      assertThat(said(client, "hello")).isEqualTo("hello");
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    socket.setSoTimeout(READ_MILLIS_MAX);
    return socket;
  }

  private static String said(Socket client, String text) throws IOException {
    client.getOutputStream().write(bytes(text));
    byte[] answer = client.getInputStream().readNBytes(text.length());
    return new String(answer, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
