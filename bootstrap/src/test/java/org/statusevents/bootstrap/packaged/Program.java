package org.statusevents.bootstrap.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packaged program in a process of its own, and what it printed, both streams in one.
final class Program implements AutoCloseable {
  static final Path HOME =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize().getParent();
  static final Path JAR = HOME.resolve("bootstrap/target/statusevents.jar");

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader = Thread.ofVirtual().unstarted(this::read);
  private boolean ended;

  private Program(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("STATUSEVENTS_"));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader.start();
  }

  static Program jar(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return new Program(command, environment);
  }

  static Program launcher(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("bash", HOME.resolve("statusevents").toString()));
    command.addAll(List.of(arguments));
    return new Program(command, Map.of());
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(its output broke off: " + e.getMessage() + ")");
    }
    end();
  }

  private synchronized void add(String line) {
    boolean _ = lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /// The first group of the first line that has a match; fails when none came in time.
  synchronized String await(String regex, Duration most) throws InterruptedException {
    Pattern pattern = Pattern.compile(regex);
    long deadline = System.nanoTime() + most.toNanos();
    while (true) {
      Optional<Matcher> found =
          lines.stream().map(pattern::matcher).filter(Matcher::find).findFirst();
      if (found.isPresent()) {
        return found.get().group(1);
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (ended || left <= 0) {
        throw new AssertionError("no line like " + regex + " in:\n" + String.join("\n", lines));
      }
      wait(left);
    }
  }

  /// The exit code, once everything that was printed is read.
  int exitCode(Duration most) throws InterruptedException {
    if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS) || !reader.join(most)) {
      throw new AssertionError("still running after " + most + ":\n" + output());
    }
    return process.exitValue();
  }

  synchronized String output() {
    return String.join("\n", lines);
  }

  /// SIGTERM. Not by the process itself, which would close its output too.
  void stop() {
    boolean _ = process.toHandle().destroy();
  }

  /// SIGKILL: nothing of it runs any more when this returns.
  void kill() throws InterruptedException {
    var _ = process.destroyForcibly().waitFor();
  }

  /// Ends it, gently if it can be.
  @Override
  public void close() {
    stop();
    var _ = process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
    var _ = process.destroyForcibly();
  }
}
