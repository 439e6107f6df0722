package org.statusevents.benchmarks.faults.driving;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.statusevents.benchmarks.database.BenchDatabase.Address;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.faults.network.Namespace;
import org.statusevents.benchmarks.faults.proxy.FaultProxy;
import org.statusevents.benchmarks.service.Placement;
import org.statusevents.benchmarks.service.ServiceProcess;
import org.statusevents.benchmarks.service.ServiceProcess.Program;

/// A node of the service, with a proxy between it and the database, in a network of its own where
/// there is one. Safe for many threads.
final class Node implements AutoCloseable {
  private static final int STARTS_MAX = 20;

  private final int number;
  private final Program program;
  private final Path folder;
  private final Address database;
  private final FaultProxy proxy;
  private final Optional<Namespace> namespace;
  private final Object starting = new Object();
  private volatile Optional<ServiceProcess> process = Optional.empty();
  private volatile boolean closed;

  Node(
      int number,
      Program program,
      Path folder,
      FaultProxy proxy,
      Address database,
      Optional<Namespace> namespace) {
    this.number = number;
    this.program = program;
    this.folder = folder;
    this.proxy = proxy;
    this.database = database;
    this.namespace = namespace;
  }

  String name() {
    return "node " + number;
  }

  FaultProxy proxy() {
    return proxy;
  }

  /// There are cuts by namespaces only where nodes have them.
  Namespace namespace() {
    return namespace.orElseThrow(() -> new BenchFailure(name() + " has no namespace"));
  }

  /// Where its API begins; empty while it is down.
  Optional<String> url() {
    return process.map(ServiceProcess::url);
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
          process = Optional.of(ServiceProcess.start(program, database, folder, place()));
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

  private Placement place() {
    return namespace.map(Namespace::placement).orElse(Placement.LOOPBACK);
  }

  /// Lets it stand still. Answers what lets it go on.
  Runnable freeze() {
    Optional<ServiceProcess> running = process;
    running.ifPresent(one -> one.signal("STOP"));
    return () -> running.ifPresent(one -> one.signal("CONT"));
  }

  @Override
  public void close() {
    closed = true;
    synchronized (starting) {
      process.ifPresent(ServiceProcess::close);
      process = Optional.empty();
    }
  }
}
