package org.statusevents.adapters.cart;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;

/// Adapters that may speak to receivers on this machine, and channels for them.
public final class Loopback implements AutoCloseable {
  public static final Duration SHORT_PATIENCE = Duration.ofMillis(500);
  private static final List<String> NETWORKS = List.of("127.0.0.0/8", "::1/128");

  private final CartAdapters patient;
  private final CartAdapters impatient;

  public Loopback(InstantSource clock) {
    patient = CartAdapters.open(CartConfig.standard(NETWORKS, clock));
    impatient = CartAdapters.open(new CartConfig(NETWORKS, clock, SHORT_PATIENCE, SHORT_PATIENCE));
  }

  public CartChannel channel(String adapter) {
    return find(patient, adapter);
  }

  /// One that waits half a second, for receivers that hang.
  public CartChannel impatientChannel(String adapter) {
    return find(impatient, adapter);
  }

  public static CartChannel find(CartAdapters adapters, String adapter) {
    return adapters.all().stream()
        .filter(channel -> channel.adapter().equals(adapter))
        .findFirst()
        .orElseThrow();
  }

  public static ChannelAccess access(
      String adapter, String url, Map<String, String> settings, Map<String, String> secrets) {
    return access(adapter, url, settings, secrets, LabelMapping.NONE);
  }

  public static ChannelAccess access(
      String adapter,
      String url,
      Map<String, String> settings,
      Map<String, String> secrets,
      LabelMapping mapping) {
    return new ChannelAccess(
        new Channel(
            new ChannelId("web"),
            adapter,
            URI.create(url),
            settings,
            mapping,
            DeliveryMode.EVERY_EVENT,
            true),
        secrets);
  }

  @Override
  public void close() {
    patient.close();
    impatient.close();
  }
}
