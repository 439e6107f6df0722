package org.statusevents.adapters.rest.delivering;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.statusevents.domain.delivery.UpdateId;

/// An update's id as clients write it: a UUID in full.
final class UpdateIdWord {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private UpdateIdWord() {}

  static Optional<UpdateId> read(String word) {
    return ID.matcher(word).matches()
        ? Optional.of(new UpdateId(UUID.fromString(word)))
        : Optional.empty();
  }
}
