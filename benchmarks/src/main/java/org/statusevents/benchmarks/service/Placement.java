package org.statusevents.benchmarks.service;

import java.util.List;

/// Where a service runs: the address that it listens on, what its command line begins with, and the
/// receivers' addresses that it may call.
public record Placement(String host, List<String> launcher, String receivers) {
  /// On this machine, to be reached by nobody else.
  public static final Placement LOOPBACK = new Placement("127.0.0.1", List.of(), "127.0.0.0/8");

  public Placement {
    launcher = List.copyOf(launcher);
  }
}
