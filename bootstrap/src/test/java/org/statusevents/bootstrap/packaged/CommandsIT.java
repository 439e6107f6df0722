package org.statusevents.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the packaged program says where no service gets to run.
final class CommandsIT {
  private static final Duration COMMAND_MAX = Duration.ofSeconds(30);

  @TempDir private Path temporary;

  @Test
  void helpAndSettingsSayWhatThereIsThroughTheLauncherToo() throws Exception {
    try (Program help = Program.jar(Map.of(), "--help");
        Program settings = Program.jar(Map.of(), "settings")) {
      assertThat(help.exitCode(COMMAND_MAX)).isZero();
      assertThat(help.output())
          .contains(
              "demo", "serve", "migrate", "key", "import", "housekeeping", "settings", "--version");
      assertThat(settings.exitCode(COMMAND_MAX)).isZero();
      assertThat(settings.output()).contains("STATUSEVENTS_DATABASE_URL", "STATUSEVENTS_PORT");

      // It was packaged just now, though the jar may be older than a source of another module.
      Files.setLastModifiedTime(Program.JAR, FileTime.from(Instant.now()));
      try (Program launched = Program.launcher("--help")) {
        assertThat(launched.exitCode(COMMAND_MAX)).isZero();
        assertThat(launched.output()).isEqualTo(help.output());
      }
    }
  }

  @Test
  void whatAnOperatorGotWrongIsOneSentenceAndNoStackTrace() throws Exception {
    Map<String, String> wrong =
        Map.of("STATUSEVENTS_PORT", "many", "STATUSEVENTS_DATABASE_ULR", "x");
    try (Program settings = Program.jar(wrong, "serve");
        Program folder = Program.jar(Map.of(), "serve", "--data", Program.JAR.toString())) {
      assertThat(settings.exitCode(COMMAND_MAX)).isEqualTo(2);
      assertThat(settings.output().lines())
          .containsExactly(
              "statusevents: Wrong settings:",
              "  STATUSEVENTS_DATABASE_ULR in the environment is not a setting; did you mean"
                  + " STATUSEVENTS_DATABASE_URL?",
              "  STATUSEVENTS_PORT: \"many\" (expected: 0..65535)");
      assertThat(folder.exitCode(COMMAND_MAX)).isEqualTo(1);
      assertThat(folder.output())
          .isEqualTo(
              "statusevents: The data folder "
                  + Program.JAR
                  + " cannot be made: something of that name is there already");
    }
    String nobody = "jdbc:postgresql://127.0.0.1:" + closedPort() + "/x";
    try (Program migrate =
        Program.jar(
            Map.of("STATUSEVENTS_DATABASE_URL", nobody),
            "migrate",
            "--data",
            temporary.resolve("other").toString())) {
      assertThat(migrate.exitCode(COMMAND_MAX)).isEqualTo(1);
      assertThat(migrate.output())
          .isEqualTo(
              "statusevents: The database does not answer: is it running, and at the address that"
                  + " STATUSEVENTS_DATABASE_URL names?");
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
