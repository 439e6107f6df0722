package org.statusevents.benchmarks.faults.network;

import java.util.Set;
import java.util.stream.IntStream;
import org.statusevents.benchmarks.database.BenchFailure;

/// The addresses of one run: 32 of 10.231.0.0/16, so that runs beside each other have their own.
/// The first two are the database's and the receivers', then come four for each node's link.
record AddressPlan(int slot) {
  static final int NODES_MAX = 7;
  private static final int SLOTS = 2_048;
  private static final int SIZE = 32;
  private static final int LINK = 4;

  /// One that is not in use; which is tried first depends on the process.
  static AddressPlan free(long pid, Set<String> used) {
    return IntStream.range(0, SLOTS)
        .mapToObj(i -> new AddressPlan((int) ((pid + i) % SLOTS)))
        .filter(plan -> IntStream.range(0, SIZE).mapToObj(plan::address).noneMatch(used::contains))
        .findFirst()
        .orElseThrow(() -> new BenchFailure("no address of 10.231.0.0/16 is free"));
  }

  String all() {
    return address(0) + "/27";
  }

  String database() {
    return address(0);
  }

  String receivers() {
    return address(1);
  }

  /// This machine's end of a node's link; nodes count from 1.
  String near(int node) {
    return address(link(node) + 1);
  }

  /// The node's end of its link.
  String far(int node) {
    return address(link(node) + 2);
  }

  private static int link(int node) {
    if (node < 1 || node > NODES_MAX) {
      throw new BenchFailure("with namespaces a run has at most " + NODES_MAX + " nodes");
    }
    return LINK * node;
  }

  private String address(int offset) {
    int number = slot * SIZE + offset;
    return "10.231." + (number >> 8) + "." + (number & 0xff);
  }
}
