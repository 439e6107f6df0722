package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.statusevents.application.delivering.CartChannels;

/// The channels at hand.
final class CartModule extends AbstractModule {
  private final List<String> allowedCidrs;

  CartModule(List<String> allowedCidrs) {
    this.allowedCidrs = allowedCidrs;
  }

  @Provides
  @Singleton
  CartChannels channels(MeterRegistry registry) {
    return new CartChannels(List.of());
  }
}
