package org.statusevents.benchmarks.load;

/// Where requests go; `key` is the bearer's.
public record LoadTarget(String host, int port, String key) {
  @Override
  public String toString() {
    return "LoadTarget[" + host + ":" + port + "]";
  }
}
