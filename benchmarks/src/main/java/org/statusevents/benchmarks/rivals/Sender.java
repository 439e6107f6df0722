package org.statusevents.benchmarks.rivals;

/// Brings an update to the receiver. Public and an interface, since transaction-outbox makes a
/// proxy of it.
public interface Sender {
  /// Throws when the receiver did not take it.
  void send(String body);
}
