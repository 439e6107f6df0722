package org.statusevents.adapters.persistence.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.PersistenceConfig;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.adapters.persistence.database.TestDatabase;

class DatabaseReadinessTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  private static PostgresPersistence node(int port) {
    return new PostgresPersistence(
        new PersistenceConfig(
            "jdbc:postgresql://127.0.0.1:" + port + "/nowhere", "postgres", "", 1),
        "test",
        Map.of("test", new byte[32]));
  }

  private static void assertNotReadyInTime(PostgresPersistence node) {
    long began = System.nanoTime();

    assertThat(node.readiness().problem()).contains("the database does not answer");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void aMigratedDatabaseIsReady() {
    assertThat(DATABASE.persistence().readiness().problem()).isEmpty();
    assertThat(DATABASE.persistence().readiness().part()).isEqualTo("database");
  }

  @Test
  void aDatabaseThatIsAwayIsNotReady() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (PostgresPersistence node = node(port)) {
      assertNotReadyInTime(node);
    }
  }

  @Test
  void aDatabaseThatTakesCallsAndSaysNothingIsNotReady() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        PostgresPersistence node = node(silent.getLocalPort())) {
      assertNotReadyInTime(node);
    }
  }

  @Test
  void aClosedPoolIsNotReady() {
    PostgresPersistence node = DATABASE.open();
    node.close();

    assertNotReadyInTime(node);
  }
}
