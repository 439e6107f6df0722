package org.statusevents.application.housekeeping;

import java.util.List;
import java.util.Optional;

/// What a run did, or would do: months that room was made for, months let go, months that are old
/// and stay, with the reason, and how many leftovers were removed.
public record HouseReport(
    List<StoredMonth> made,
    List<StoredMonth> letGo,
    List<Kept> kept,
    Removed removed,
    Optional<String> nothingLetGo) {
  public HouseReport {
    made = List.copyOf(made);
    letGo = List.copyOf(letGo);
    kept = List.copyOf(kept);
  }

  /// True when there was nothing to do and nothing to say.
  public boolean isQuiet() {
    return made.isEmpty()
        && letGo.isEmpty()
        && kept.isEmpty()
        && removed.equals(Removed.NOTHING)
        && nothingLetGo.isEmpty();
  }

  /// A month that is old enough to go; `reason` goes on from "kept: ".
  public record Kept(StoredMonth month, String reason) {}

  public record Removed(long lanes, long operations, long lookupMisses) {
    static final Removed NOTHING = new Removed(0, 0, 0);
  }
}
