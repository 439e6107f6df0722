package org.statusevents.benchmarks.faults.network;

import java.util.List;
import org.statusevents.benchmarks.service.Placement;

/// A node's network: loopback and one link to this machine.
public final class Namespace {
  private final String name;
  private final AddressPlan plan;
  private final int node;

  Namespace(String name, AddressPlan plan, int node) {
    this.name = name;
    this.plan = plan;
    this.node = node;
  }

  /// Listens at its end of the link. `ip netns exec` becomes the command, which keeps its id.
  public Placement placement() {
    return new Placement(
        plan.far(node), List.of("ip", "netns", "exec", name), plan.receivers() + "/32");
  }

  public void cut(Side side) {
    switch (side) {
      case EVERYTHING -> Namespaces.ip("link", "set", name, "down");
      case DATABASE -> route("unreachable", plan.database());
      case RECEIVERS -> route("unreachable", plan.receivers());
    }
  }

  /// As it was before [#cut].
  public void join(Side side) {
    switch (side) {
      case EVERYTHING -> Namespaces.ip("link", "set", name, "up");
      case DATABASE -> route(plan.database(), "via", plan.near(node));
      case RECEIVERS -> route(plan.receivers(), "via", plan.near(node));
    }
  }

  private void route(String... route) {
    String[] command = new String[4 + route.length];
    System.arraycopy(new String[] {"-n", name, "route", "replace"}, 0, command, 0, 4);
    System.arraycopy(route, 0, command, 4, route.length);
    Namespaces.ip(command);
  }
}
