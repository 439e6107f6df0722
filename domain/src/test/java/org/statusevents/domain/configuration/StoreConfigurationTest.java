package org.statusevents.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.statusevents.domain.configuration.Configurations.channel;
import static org.statusevents.domain.configuration.Configurations.empty;
import static org.statusevents.domain.configuration.Configurations.set;
import static org.statusevents.domain.configuration.Configurations.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.event.StoreEvent;

class StoreConfigurationTest {
  private static final StoreEvent GIFT =
      new StoreEvent("GIFT_WRAPPED", "Gift Wrapped", EventScope.ITEM, "");

  @Test
  void aNewStoreIsVersion1AndHasNothingButItsSettings() {
    StoreConfiguration first = empty();

    assertThat(first.version()).isEqualTo(1);
    assertThat(first.labels().all()).isEmpty();
    assertThat(first.rules().rows()).isEmpty();
    assertThat(first.channels()).isEmpty();
    assertThat(first.settings().statusUpdatesEnabled()).isTrue();
    assertThat(first.settings().updateMode()).isEqualTo(UpdateMode.PAYLOAD);
    assertThat(first.settings().relabelClosedLines()).isFalse();
  }

  @Test
  void anEventIsFoundByItsKeyWhetherStandardOrTheStoresOwn() {
    StoreConfiguration configuration = with(new ConfigurationChange.SetStoreEvent(GIFT));

    assertThat(configuration.event("ORDER_APPROVE")).contains(StandardEvent.ORDER_APPROVE);
    assertThat(configuration.event("GIFT_WRAPPED")).contains(GIFT);
    assertThat(configuration.event("gift_wrapped")).isEmpty();
    assertThat(empty().event("GIFT_WRAPPED")).isEmpty();
  }

  @Test
  void theStoresOwnEventsStandBehindTheStandardOnes() {
    assertThat(with(new ConfigurationChange.SetStoreEvent(GIFT)).events())
        .hasSize(StandardEvent.values().length + 1)
        .startsWith(StandardEvent.values())
        .endsWith(GIFT);
  }

  @Test
  void channelsAreAnsweredByTheirIds() {
    StoreConfiguration configuration =
        with(set(channel("c")), set(channel("a")), set(channel("b")));

    assertThat(configuration.channelsInOrder())
        .extracting(Channel::id)
        .extracting(ChannelId::value)
        .containsExactly("a", "b", "c");
    assertThat(configuration.channel(new ChannelId("a"))).contains(channel("a"));
    assertThat(configuration.channel(new ChannelId("z"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Main", "a_b", "ä", "a b", "01234567890123456789012345678901234567890"})
  void aStoreIdIsOneToFortySmallLettersDigitsAndHyphens(String id) {
    assertThat(StoreId.problemWith(id)).isPresent();
    assertThatThrownBy(() -> new StoreId(id)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new StoreId("0-main-9").value()).isEqualTo("0-main-9");
  }
}
