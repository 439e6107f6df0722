package org.statusevents.bootstrap.bad.domain.label;

import com.google.inject.Injector;

/// Breaks the rule that the domain uses no library.
final class DomainWithALibrary {
  Class<?> library() {
    return Injector.class;
  }
}
