package org.statusevents.adapters.cart;

import java.util.List;
import org.statusevents.adapters.cart.address.AddressGuard;
import org.statusevents.adapters.cart.address.AllowedNetworks;
import org.statusevents.adapters.cart.address.SystemNames;
import org.statusevents.adapters.cart.http.ChannelChecks;
import org.statusevents.adapters.cart.http.ExchangeLimits;
import org.statusevents.adapters.cart.http.HttpExchange;
import org.statusevents.adapters.cart.seti.SetiChannel;
import org.statusevents.adapters.cart.webhook.WebhookChannel;
import org.statusevents.application.channel.CartChannel;

/// The door to the channels: opens what they share, the connections above all, and closes it.
public final class CartAdapters implements AutoCloseable {
  private final SystemNames names;
  private final HttpExchange exchange;
  private final List<CartChannel> channels;

  private CartAdapters(SystemNames names, HttpExchange exchange, List<CartChannel> channels) {
    this.names = names;
    this.exchange = exchange;
    this.channels = channels;
  }

  /// Throws [IllegalArgumentException] for networks or times that are none.
  public static CartAdapters open(CartConfig config) {
    AllowedNetworks allowed = AllowedNetworks.of(config.allowedNetworks());
    ExchangeLimits limits = new ExchangeLimits(config.connectTimeout(), config.exchangeTimeout());
    SystemNames names = new SystemNames(config.connectTimeout());
    AddressGuard guard = new AddressGuard(allowed, names);
    ChannelChecks checks = new ChannelChecks(guard);
    HttpExchange exchange = new HttpExchange(guard, limits, config.clock());
    return new CartAdapters(
        names,
        exchange,
        List.of(
            new WebhookChannel(exchange, checks, config.clock()),
            new SetiChannel(exchange, checks)));
  }

  /// Each adapter once. They work until this is closed.
  public List<CartChannel> all() {
    return channels;
  }

  @Override
  public void close() {
    exchange.close();
    names.close();
  }
}
