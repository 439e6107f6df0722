package org.statusevents.benchmarks.faults.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.database.Programs;
import org.statusevents.bootstrap.wiring.Shutdown;

/// A network namespace for each node, with a link to this machine. Database and receivers have an
/// address each on this machine's side, so that a node can be cut from either. All of it goes when
/// this is closed, also when it was made in part. Names carry the id of this process.
public final class Namespaces implements AutoCloseable {
  private static final long SECONDS_MAX = 20;
  private static final Pattern ADDRESS = Pattern.compile("inet (10\\.231\\.\\d+\\.\\d+)/");

  /// Only a link that is down leaves its addresses to this route, which keeps them on this machine.
  private static final String LAST_RESORT = "4096";

  private final Shutdown parts = new Shutdown();
  private final List<Namespace> namespaces = new ArrayList<>();
  private final AddressPlan plan;
  private final String prefix;
  private boolean closed;

  /// Nothing is made yet.
  public Namespaces() {
    long pid = ProcessHandle.current().pid();
    this.plan = AddressPlan.free(pid, used());
    this.prefix = "se" + pid + "n";
  }

  /// Why there cannot be any here; empty where nothing speaks against it.
  public static Optional<String> hindrance() {
    if (!Programs.isRoot()) {
      return Optional.of("not root");
    }
    return Programs.folderWith("ip").isPresent() ? Optional.empty() : Optional.of("no ip here");
  }

  private static Set<String> used() {
    Set<String> used = new HashSet<>();
    Matcher addresses = ADDRESS.matcher(told("-o", "-4", "addr", "show"));
    while (addresses.find()) {
      boolean _ = used.add(addresses.group(1));
    }
    return used;
  }

  /// Makes one for each of `nodes`.
  public void open(int nodes) {
    make(
        List.of("route", "add", "unreachable", plan.all(), "metric", LAST_RESORT),
        List.of("route", "del", "unreachable", plan.all(), "metric", LAST_RESORT));
    for (String address : List.of(plan.database(), plan.receivers())) {
      make(
          List.of("addr", "add", address + "/32", "dev", "lo"),
          List.of("addr", "del", address + "/32", "dev", "lo"));
    }
    for (int node = 1; node <= nodes; node++) {
      namespaces.add(namespace(node));
    }
  }

  private Namespace namespace(int node) {
    String name = prefix + node;
    make(List.of("netns", "add", name), List.of("netns", "del", name));
    make(
        List.of("link", "add", name, "type", "veth", "peer", "name", "up0", "netns", name),
        List.of("link", "del", name));
    ip("addr", "add", plan.near(node) + "/30", "dev", name);
    ip("-n", name, "addr", "add", plan.far(node) + "/30", "dev", "up0");
    ip("-n", name, "link", "set", "lo", "up");
    ip("-n", name, "link", "set", "up0", "up");
    Namespace namespace = new Namespace(name, plan, node);
    namespace.join(Side.EVERYTHING);
    namespace.join(Side.DATABASE);
    namespace.join(Side.RECEIVERS);
    return namespace;
  }

  private synchronized void make(List<String> command, List<String> undo) {
    if (closed) {
      throw new BenchFailure("the run is over");
    }
    ip(command.toArray(String[]::new));
    AutoCloseable _ = parts.add(undo.toString(), () -> ip(undo.toArray(String[]::new)));
  }

  static void ip(String... arguments) {
    String _ = told(arguments);
  }

  private static String told(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    return Programs.run(command, Map.of(), SECONDS_MAX);
  }

  /// That of a node; nodes count from 1.
  public Namespace of(int node) {
    return namespaces.get(node - 1);
  }

  /// Where nodes find the database.
  public String database() {
    return plan.database();
  }

  /// Where nodes find receivers.
  public String receivers() {
    return plan.receivers();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    parts.close();
  }
}
