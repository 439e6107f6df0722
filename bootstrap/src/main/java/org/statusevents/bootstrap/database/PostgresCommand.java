package org.statusevents.bootstrap.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's programs. They refuse to run as root; then they run in a user namespace, where
/// nobody is.
final class PostgresCommand {
  private static final long SECONDS_MAX = 90;
  private static final int OUTPUT_LENGTH_MAX = 2_000;

  private final Path programs;
  private final List<String> prefix;

  PostgresCommand(Path programs) {
    this.programs = programs;
    this.prefix = isRoot() ? List.of("unshare", "--user", "--") : List.of();
  }

  /// Runs to the end and fails with what the program said. Throws [StartFailure].
  void run(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    try {
      Path output = Files.createTempFile("statusevents", ".out");
      try {
        int result = run(command, output);
        if (result != 0) {
          throw new StartFailure(
              "The embedded PostgreSQL failed: " + program + " said: " + read(output) + hint());
        }
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new StartFailure("The embedded PostgreSQL failed: " + e + hint(), e);
    }
  }

  private static int run(List<String> command, Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.getLast() + " took longer than " + SECONDS_MAX + " s");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String read(Path output) throws IOException {
    String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
    return text.length() <= OUTPUT_LENGTH_MAX
        ? text
        : text.substring(text.length() - OUTPUT_LENGTH_MAX);
  }

  private String hint() {
    return prefix.isEmpty()
        ? ""
        : " (as root it needs user namespaces: run as another user, or name a database in"
            + " STATUSEVENTS_DATABASE_URL)";
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
