package org.statusevents.bootstrap.bad.adapters.rest;

import org.statusevents.bootstrap.bad.adapters.persistence.recording.PublicForOthers;

/// Breaks the rule that adapters do not know each other.
final class AdapterThatKnowsAnother {
  int count(PublicForOthers.Member member) {
    return member.count();
  }
}
