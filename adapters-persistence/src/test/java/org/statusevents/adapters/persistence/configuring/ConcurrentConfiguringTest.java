package org.statusevents.adapters.persistence.configuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.configuring.ChangeConfiguration.ConfigurationOutcome;
import org.statusevents.application.configuring.Configuring;
import org.statusevents.application.configuring.PutChannel.ChannelDraft;
import org.statusevents.application.configuring.PutChannel.PutChannelOutcome;
import org.statusevents.application.configuring.PutStore.PutStoreOutcome;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.testkit.AtOnce;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.memory.FakeCartChannel;

/// Several people who configure one store on two nodes at the same moment.
class ConcurrentConfiguringTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();
  private static final int PEOPLE = 16;
  private static final StoreSettings SETTINGS = StoreSettings.defaults("Shop");

  private final InstantSource clock = InstantSource.system();
  private PostgresPersistence another;

  @BeforeEach
  void open() {
    DATABASE.empty();
    another = DATABASE.open();
  }

  @AfterEach
  void close() {
    another.close();
  }

  private PostgresPersistence node(int person) {
    return person % 2 == 0 ? DATABASE.persistence() : another;
  }

  private PutStoreOutcome putStore(int person, StoreSettings settings) {
    PostgresPersistence node = node(person);
    return Configuring.putStore(node.transactions(), node.configurations(), clock)
        .put(Stores.SHOP, _ -> settings, "anna");
  }

  private ConfigurationOutcome putLabel(int person) {
    PostgresPersistence node = node(person);
    StatusLabel label = StatusLabel.of("Label " + person, LabelKind.OTHER);
    return Configuring.changeConfiguration(node.transactions(), node.configurations(), clock)
        .change(Stores.SHOP, new ConfigurationChange.SetLabel(label), Optional.empty(), "anna");
  }

  private PutChannelOutcome putChannel(int person) {
    PostgresPersistence node = node(person);
    Channel channel = Channels.everyEvent("web-" + person);
    return Configuring.putChannel(
            node.transactions(),
            node.configurations(),
            node.channelSecrets(),
            new CartChannels(List.of(new FakeCartChannel())),
            node.stoppedChannels(),
            clock)
        .put(
            Stores.SHOP,
            new ChannelDraft(channel, Optional.of(DeliveryMode.EVERY_EVENT), Map.of()),
            "anna");
  }

  private StoreConfiguration inForce() {
    return DATABASE.persistence().configurations().current(Stores.SHOP).orElseThrow();
  }

  @Test
  void labelsAndChannelsPutAtOnceAllComeIn() throws Exception {
    assertThat(putStore(0, SETTINGS)).isInstanceOf(PutStoreOutcome.Created.class);

    List<Object> outcomes =
        AtOnce.call(
            2 * PEOPLE, person -> person < PEOPLE ? putLabel(person) : putChannel(person - PEOPLE));

    assertThat(outcomes)
        .hasOnlyElementsOfTypes(
            ConfigurationOutcome.Changed.class, PutChannelOutcome.Created.class);
    StoreConfiguration configuration = inForce();
    assertThat(configuration.version()).isEqualTo(1 + 2 * PEOPLE);
    assertThat(configuration.channels().keySet())
        .extracting(Object::toString)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, PEOPLE).mapToObj(person -> "web-" + person).toList());
    assertThat(IntStream.range(0, PEOPLE))
        .allMatch(person ->
            configuration
                .labels()
                .find(StatusLabel.of("Label " + person, LabelKind.OTHER).text())
                .isPresent());
  }

  @Test
  void aStoreThatManyCreateAtOnceIsCreatedOnceAndChangedByTheOthers() throws Exception {
    List<PutStoreOutcome> outcomes =
        AtOnce.call(PEOPLE, person -> putStore(person, StoreSettings.defaults("Shop " + person)));

    assertThat(outcomes.stream().filter(PutStoreOutcome.Created.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(PutStoreOutcome.Changed.class::isInstance))
        .hasSize(PEOPLE - 1);
    assertThat(inForce().version()).isEqualTo(PEOPLE);
  }
}
