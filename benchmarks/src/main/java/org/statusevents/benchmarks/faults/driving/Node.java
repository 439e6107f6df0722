package org.statusevents.benchmarks.faults.driving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.statusevents.benchmarks.database.BenchDatabase.Address;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.faults.proxy.FaultProxy;
import org.statusevents.benchmarks.service.ServiceProcess;
import org.statusevents.benchmarks.service.ServiceProcess.Program;

/// A node of the service, with a proxy between it and the database. Safe for many threads.
final class Node implements AutoCloseable {
  private static final int STARTS_MAX = 20;
  private static final long SIGNAL_SECONDS_MAX = 5;

  private final int number;
  private final Program program;
  private final Path folder;
  private final Address database;
  private final FaultProxy proxy;
  private final Object starting = new Object();
  private volatile Optional<ServiceProcess> process = Optional.empty();
  private volatile boolean closed;

  Node(int number, Program program, Path folder, Address database) {
    this.number = number;
    this.program = program;
    this.folder = folder;
    this.proxy = FaultProxy.before(database.port());
    this.database =
        new Address(
            "127.0.0.1", proxy.port(), database.name(), database.user(), database.password());
  }

  String name() {
    return "node " + number;
  }

  FaultProxy proxy() {
    return proxy;
  }

  /// Where it listens; empty while it is down.
  Optional<Integer> port() {
    return process.map(ServiceProcess::port);
  }

  boolean isUp() {
    return process.filter(ServiceProcess::isAlive).isPresent();
  }

  /// Starts it and waits until it is ready. A start that fails, since the database is away, is made
  /// again a few times.
  void start() {
    synchronized (starting) {
      for (int i = 1; !closed && !isUp(); i++) {
        try {
          process = Optional.of(ServiceProcess.start(program, database, folder));
        } catch (BenchFailure e) {
          if (i >= STARTS_MAX) {
            throw e;
          }
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }
      }
    }
  }

  /// With signal 9. Answers which process it was.
  String kill() {
    Optional<ServiceProcess> running = process;
    process = Optional.empty();
    running.ifPresent(ServiceProcess::kill);
    return name() + running.map(one -> " pid " + one.pid()).orElse("");
  }

  /// Lets it stand still for that time.
  void freeze(long millis) {
    Optional<ServiceProcess> running = process;
    if (running.isEmpty()) {
      return;
    }
    signal("-STOP", running.get());
    try {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    } finally {
      signal("-CONT", running.get());
    }
  }

  private static void signal(String signal, ServiceProcess whom) {
    try {
      Process kill = new ProcessBuilder("kill", signal, Long.toString(whom.pid())).start();
      boolean _ = kill.waitFor(SIGNAL_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new BenchFailure("no signal can be sent: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    synchronized (starting) {
      process.ifPresent(ServiceProcess::close);
      process = Optional.empty();
    }
    proxy.close();
  }
}
