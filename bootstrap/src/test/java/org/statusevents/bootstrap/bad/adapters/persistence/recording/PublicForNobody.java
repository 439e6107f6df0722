package org.statusevents.bootstrap.bad.adapters.persistence.recording;

/// Breaks the rule that only what a sibling package uses is public.
public final class PublicForNobody {
  private PublicForNobody() {}
}
