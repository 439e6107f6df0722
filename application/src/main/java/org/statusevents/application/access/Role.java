package org.statusevents.application.access;

/// What a key is for. Configure and operate may also read; admin may everything.
public enum Role {
  READ,
  INGEST,
  CONFIGURE,
  OPERATE,
  ADMIN;

  /// True where a key of this role may do what needs `right`.
  public boolean grants(Role right) {
    return this == right
        || this == ADMIN
        || (right == READ && (this == CONFIGURE || this == OPERATE));
  }
}
