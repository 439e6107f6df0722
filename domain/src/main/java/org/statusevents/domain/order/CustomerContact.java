package org.statusevents.domain.order;

import java.util.Optional;

/// Who ordered, kept apart from the order so that it is never part of an update, a history row or a
/// log (R36), and can be erased alone. The street address is not accepted anywhere. `locale` is the
/// customer's language tag.
public record CustomerContact(
    Optional<String> locale,
    Optional<String> billToName,
    Optional<String> postalCode,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> shipToName) {
  public static final CustomerContact UNKNOWN =
      new CustomerContact(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// Says nothing of the person, so that no log or message ever does.
  @Override
  public String toString() {
    return "CustomerContact[withheld]";
  }
}
