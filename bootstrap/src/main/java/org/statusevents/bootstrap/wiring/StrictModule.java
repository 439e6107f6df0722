package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;

/// Lets nothing be made that no module names.
final class StrictModule extends AbstractModule {
  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireAtInjectOnConstructors();
    binder().requireExactBindingAnnotations();
  }
}
