package org.statusevents.testkit.configuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.testkit.Stores;

/// What [ChannelSecrets] promises. The storage is empty when a test begins.
public interface ChannelSecretsContract {
  ChannelId WEB = new ChannelId("web");
  ChannelId CART = new ChannelId("cart");

  ChannelSecrets channelSecrets();

  @Test
  default void aChannelWithoutSecretsHasNone() {
    assertThat(channelSecrets().read(Stores.SHOP, WEB)).isEmpty();
    assertThat(channelSecrets().names(Stores.SHOP, WEB)).isEmpty();
  }

  @Test
  default void secretsComeBackAsTheyWereWritten() {
    Map<String, String> secrets =
        Map.of("user", "anna", "password", "p\u00e4ss \"w\u00f6rd\"\n{}", "empty", "");
    channelSecrets().write(Stores.SHOP, WEB, secrets);

    assertThat(channelSecrets().read(Stores.SHOP, WEB)).isEqualTo(secrets);
    assertThat(channelSecrets().names(Stores.SHOP, WEB))
        .containsExactlyInAnyOrder("user", "password", "empty");
  }

  @Test
  default void writingReplacesAllSecretsOfTheChannel() {
    channelSecrets().write(Stores.SHOP, WEB, Map.of("user", "anna", "password", "old"));
    channelSecrets().write(Stores.SHOP, WEB, Map.of("password", "new"));

    assertThat(channelSecrets().read(Stores.SHOP, WEB)).isEqualTo(Map.of("password", "new"));
    assertThat(channelSecrets().names(Stores.SHOP, WEB)).containsExactly("password");
  }

  @Test
  default void writingNoneLeavesNone() {
    channelSecrets().write(Stores.SHOP, WEB, Map.of("password", "old"));
    channelSecrets().write(Stores.SHOP, WEB, Map.of());

    assertThat(channelSecrets().read(Stores.SHOP, WEB)).isEmpty();
    assertThat(channelSecrets().names(Stores.SHOP, WEB)).isEmpty();
  }

  @Test
  default void secretsOfOtherChannelsAndStoresAreKeptApart() {
    channelSecrets().write(Stores.SHOP, WEB, Map.of("password", "one"));
    channelSecrets().write(Stores.SHOP, CART, Map.of("password", "two"));
    channelSecrets().write(Stores.OTHER, WEB, Map.of("password", "three"));
    channelSecrets().write(Stores.SHOP, CART, Map.of());

    assertThat(channelSecrets().read(Stores.SHOP, WEB)).isEqualTo(Map.of("password", "one"));
    assertThat(channelSecrets().read(Stores.SHOP, CART)).isEmpty();
    assertThat(channelSecrets().read(Stores.OTHER, WEB)).isEqualTo(Map.of("password", "three"));
    assertThat(channelSecrets().read(Stores.OTHER, CART)).isEmpty();
  }

  @Test
  default void namesOfOtherChannelsAndStoresAreKeptApart() {
    channelSecrets().write(Stores.SHOP, WEB, Map.of("password", "one"));

    assertThat(channelSecrets().names(Stores.OTHER, WEB)).isEmpty();
    assertThat(channelSecrets().names(Stores.SHOP, CART)).isEmpty();
    assertThat(channelSecrets().read(Stores.OTHER, WEB)).isEmpty();
    assertThat(channelSecrets().read(Stores.SHOP, new ChannelId("WEB"))).isEmpty();
  }

  @Test
  default void theLongestSecretIsStored() {
    Map<String, String> secrets = Map.of("certificate", "\u00fc".repeat(10_000));
    channelSecrets().write(Stores.SHOP, WEB, secrets);

    assertThat(channelSecrets().read(Stores.SHOP, WEB)).isEqualTo(secrets);
  }
}
