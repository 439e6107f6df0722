package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Time and chance.
final class ClockModule extends AbstractModule {
  @Provides
  InstantSource clock() {
    return InstantSource.system();
  }

  /// Fit for secrets.
  @Provides
  @Singleton
  RandomGenerator randomness() {
    return new SecureRandom();
  }
}
