package org.statusevents.adapters.persistence.housekeeping;

/// What one node does at a time, as keys of locks that end with the transaction. "seho" stands in
/// front, so that no other lock has the key by chance.
enum Turns {
  MAKING_ROOM(0x7365_686f_0000_0001L),
  LETTING_GO(0x7365_686f_0000_0002L);

  private final long key;

  Turns(long key) {
    this.key = key;
  }

  long key() {
    return key;
  }
}
