package org.statusevents.bootstrap.bad.adapters.persistence.recording;

/// Breaks the rule that a feature package is its module's own: another adapter uses a member.
public final class PublicForOthers {
  private PublicForOthers() {}

  /// What the other adapter uses.
  public record Member(int count) {}
}
