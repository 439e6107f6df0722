package org.statusevents.bootstrap.bad.adapters.rest;

import java.sql.Connection;

/// Breaks the rule that SQL has one home.
final class RestWithSql {
  Class<?> connection() {
    return Connection.class;
  }
}
