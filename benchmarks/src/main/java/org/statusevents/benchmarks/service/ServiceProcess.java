package org.statusevents.benchmarks.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.statusevents.benchmarks.database.BenchDatabase.Address;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.database.Programs;

/// `statusevents serve` as a process of its own, as the launcher starts it.
public final class ServiceProcess implements AutoCloseable {
  private static final long READY_SECONDS_MAX = 120;
  private static final long STOP_SECONDS_MAX = 25;
  private static final long SIGNAL_SECONDS_MAX = 5;
  private static final long POLL_NANOS = 5_000_000;

  private final Process process;
  private final String host;
  private final int port;
  private final double secondsToReady;

  private ServiceProcess(Process process, String host, int port, double secondsToReady) {
    this.process = process;
    this.host = host;
    this.port = port;
    this.secondsToReady = secondsToReady;
  }

  /// Starts it on loopback and waits until it is ready.
  public static ServiceProcess start(Program program, Address database, Path folder) {
    return start(program, database, folder, Placement.LOOPBACK);
  }

  /// Starts it at that place and waits until it is ready.
  public static ServiceProcess start(
      Program program, Address database, Path folder, Placement place) {
    int port = freePort();
    List<String> arguments =
        List.of("serve", "--host", place.host(), "--port", Integer.toString(port));
    ProcessBuilder builder =
        program
            .command(database, folder, place, arguments)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
    long began = System.nanoTime();
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ready = false;
      try {
        double seconds = awaitReady(process, place.host(), port, began, program.log());
        ready = true;
        return new ServiceProcess(process, place.host(), port, seconds);
      } finally {
        if (!ready) {
          Process _ = process.destroyForcibly();
        }
      }
    } catch (IOException e) {
      throw new BenchFailure("the service cannot be started: " + e.getMessage(), e);
    }
  }

  private static double awaitReady(Process process, String host, int port, long began, Path log) {
    while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(READY_SECONDS_MAX)) {
      if (!process.isAlive()) {
        throw new BenchFailure("the service ended; see " + log);
      }
      if (isReady(host, port)) {
        return (System.nanoTime() - began) / 1e9;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    throw new BenchFailure("the service is not ready after " + READY_SECONDS_MAX + " s");
  }

  /// A bare socket: an HTTP client of our own would cost more than the question.
  private static boolean isReady(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 1_000);
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write(
              "GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String status = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      return status.equals("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BenchFailure("no port is free: " + e.getMessage(), e);
    }
  }

  public int port() {
    return port;
  }

  /// Where its API begins, without a slash at the end.
  public String url() {
    return "http://" + host + ":" + port;
  }

  /// From the start of the process to the first answer that it is ready.
  public double secondsToReady() {
    return secondsToReady;
  }

  /// Resident memory now and its peak; empty where the system does not tell.
  public Optional<Memory> memory() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      List<String> lines = Files.readAllLines(status);
      return Optional.of(new Memory(megabytes(lines, "VmRSS:"), megabytes(lines, "VmHWM:")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static double megabytes(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /// Ends it with signal 9: it hears nothing of it. Returns when it is gone.
  public void kill() {
    Process _ = process.destroyForcibly();
    try {
      boolean _ = process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sends it a signal; one that has ended gets none, since its id may be another's by now.
  public void signal(String signal) {
    if (process.isAlive()) {
      List<String> command = List.of("kill", "-" + signal, Long.toString(process.pid()));
      String _ = Programs.run(command, Map.of(), SIGNAL_SECONDS_MAX);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public record Memory(double residentMegabytes, double peakMegabytes) {}

  @Override
  public void close() {
    process.destroy();
    boolean ended = false;
    try {
      ended = process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!ended) {
        Process _ = process.destroyForcibly();
      }
    }
  }

  /// The packaged program, how it is started and where it logs to.
  public record Program(Path jar, List<String> javaOptions, Path log) {
    public Program {
      javaOptions = List.copyOf(javaOptions);
    }

    /// With the settings of this run and none of the caller's.
    ProcessBuilder command(Address database, Path folder, Placement place, List<String> arguments) {
      List<String> command = new ArrayList<>(place.launcher());
      command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
      command.addAll(javaOptions);
      command.addAll(List.of("-jar", jar.toString()));
      command.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      var environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("STATUSEVENTS_"));
      environment.put("STATUSEVENTS_DATABASE_URL", database.jdbcUrl());
      environment.put("STATUSEVENTS_DATABASE_USER", database.user());
      database
          .password()
          .ifPresent(password -> environment.put("STATUSEVENTS_DATABASE_PASSWORD", password));
      environment.put("STATUSEVENTS_CHANNEL_ALLOW_CIDRS", place.receivers());
      environment.put("STATUSEVENTS_DATA", folder.resolve("data").toString());
      return builder;
    }

    /// Makes a key for everything, which also brings the database up to date.
    public String createKey(Address database, Path folder) {
      ProcessBuilder builder =
          command(
                  database,
                  folder,
                  Placement.LOOPBACK,
                  List.of("key", "create", "--role", "admin", "--name", "bench"))
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      try {
        Process process = builder.start();
        process.getOutputStream().close();
        String key = new String(process.getInputStream().readNBytes(4_096), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
          throw new BenchFailure("no key can be made; see " + log);
        }
        return key.strip();
      } catch (IOException e) {
        throw new BenchFailure("no key can be made: " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BenchFailure("interrupted", e);
      }
    }
  }
}
