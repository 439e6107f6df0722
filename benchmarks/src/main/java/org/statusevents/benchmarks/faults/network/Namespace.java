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
      case DATABASE -> lose(plan.database());
      case RECEIVERS -> lose(plan.receivers());
    }
  }

  /// As it was before [#cut].
  public void join(Side side) {
    switch (side) {
      case EVERYTHING -> Namespaces.ip("link", "set", name, "up");
      case DATABASE -> find(plan.database());
      case RECEIVERS -> find(plan.receivers());
    }
  }

  private void lose(String address) {
    Namespaces.ip("-n", name, "route", "replace", "unreachable", address);
  }

  private void find(String address) {
    Namespaces.ip("-n", name, "route", "replace", address, "via", plan.near(node));
  }
}
