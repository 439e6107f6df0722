package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.micrometer.core.instrument.MeterRegistry;
import org.statusevents.adapters.cart.CartAdapters;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.bootstrap.delivery.Delivery;

/// The channels at hand, each measured.
final class CartModule extends AbstractModule {
  private final CartAdapters adapters;

  CartModule(CartAdapters adapters) {
    this.adapters = adapters;
  }

  @Provides
  @Singleton
  CartChannels channels(MeterRegistry registry) {
    return new CartChannels(
        adapters.all().stream().map(channel -> Delivery.metered(channel, registry)).toList());
  }
}
