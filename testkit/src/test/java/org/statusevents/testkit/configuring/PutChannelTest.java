package org.statusevents.testkit.configuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.configuring.ChangeConfiguration.ConfigurationOutcome;
import org.statusevents.application.configuring.Configuring;
import org.statusevents.application.configuring.PutChannel;
import org.statusevents.application.configuring.PutChannel.ChannelDraft;
import org.statusevents.application.configuring.PutChannel.PutChannelOutcome;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.label.LabelText;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.FakeCartChannel;
import org.statusevents.testkit.memory.InMemoryStorage;

final class PutChannelTest {
  private static final ChannelId WEB = new ChannelId("web");
  private static final URI CART = URI.create("https://cart.example/status");
  private static final Map<String, String> SECRETS = Map.of("user", "anna", "password", "hunter2");

  private final ManualClock clock = new ManualClock();
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final FakeCartChannel cart = new FakeCartChannel();
  private final Pigeon pigeon = new Pigeon();
  private final TestStore shop = TestStore.shop(storage);
  private final PutChannel putChannel =
      Configuring.putChannel(
          storage.transactions(),
          storage.configurations(),
          storage.channelSecrets(),
          new CartChannels(List.of(cart, pigeon)),
          storage.stoppedChannels(),
          clock);

  /// An adapter that knows one secret, the code.
  private static final class Pigeon implements CartChannel {
    private Runnable meanwhile = () -> {};

    /// Lets this happen once, while the adapter looks at a channel.
    private void whileAsked(Runnable happens) {
      meanwhile = happens;
    }

    @Override
    public String adapter() {
      return "pigeon";
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(true, false, true, DeliveryMode.LATEST_STATE);
    }

    @Override
    public List<DataProblem> problemsWith(ChannelAccess access) {
      Runnable happens = meanwhile;
      meanwhile = () -> {};
      happens.run();
      return access.secrets().keySet().stream()
          .filter(name -> !name.equals("code"))
          .map(name -> new DataProblem("/secrets/" + name, "not known to this adapter"))
          .toList();
    }

    @Override
    public Reply send(Update update, ChannelAccess access) {
      return new Reply.Accepted("coo");
    }

    @Override
    public Reply test(ChannelAccess access) {
      return new Reply.Accepted("coo");
    }
  }

  private static Channel channel(String adapter, URI url) {
    return new Channel(
        WEB, adapter, url, Map.of(), LabelMapping.NONE, DeliveryMode.EVERY_EVENT, true);
  }

  private PutChannelOutcome put(String adapter, URI url, Map<String, String> secrets) {
    return put(new ChannelDraft(channel(adapter, url), Optional.empty(), secrets));
  }

  private PutChannelOutcome put(URI url, Map<String, String> secrets) {
    return put(Channels.ADAPTER, url, secrets);
  }

  private PutChannelOutcome put(ChannelDraft draft) {
    return putChannel.put(Stores.SHOP, draft, "anna");
  }

  private Map<String, String> secrets() {
    return storage.channelSecrets().read(Stores.SHOP, WEB);
  }

  private static List<String> pointers(PutChannelOutcome outcome) {
    assertThat(outcome).isInstanceOf(PutChannelOutcome.Refused.class);
    return ((PutChannelOutcome.Refused) outcome)
        .problems().stream().map(DataProblem::pointer).toList();
  }

  private void assertNothingChangedAfter(PutChannelOutcome refusal, StoreConfiguration before) {
    assertThat(refusal).isInstanceOf(PutChannelOutcome.Refused.class);
    assertThat(shop.configuration()).isEqualTo(before);
    assertThat(secrets()).isEqualTo(SECRETS);
  }

  @Test
  void aChannelIsCreatedThenChanged() {
    assertThat(put(CART, SECRETS)).isEqualTo(new PutChannelOutcome.Created(shop.configuration()));
    assertThat(shop.configuration().channel(WEB)).contains(channel(Channels.ADAPTER, CART));
    assertThat(shop.configuration().version()).isEqualTo(2);
    assertThat(
            put(
                new ChannelDraft(
                    channel(Channels.ADAPTER, CART),
                    Optional.of(DeliveryMode.LATEST_STATE),
                    Map.of())))
        .isEqualTo(new PutChannelOutcome.Changed(shop.configuration()));
    assertThat(shop.configuration().channel(WEB).map(Channel::deliver))
        .contains(DeliveryMode.LATEST_STATE);
    assertThat(shop.configuration().version()).isEqualTo(3);
  }

  @Test
  void withoutAWordOnItAChannelDeliversAsItsAdapterPrefers() {
    var _ = put("pigeon", CART, Map.of());

    assertThat(shop.configuration().channel(WEB).map(Channel::deliver))
        .contains(DeliveryMode.LATEST_STATE);
  }

  @Test
  void aNewSecretAloneMakesNoVersion() {
    var _ = put(CART, SECRETS);

    assertThat(put(CART, Map.of("password", "new"))).isInstanceOf(PutChannelOutcome.Changed.class);
    assertThat(shop.configuration().version()).isEqualTo(2);
    assertThat(secrets()).isEqualTo(Map.of("user", "anna", "password", "new"));
  }

  @Test
  void anUnknownAdapterIsRefusedAndToldWhichThereAre() {
    PutChannelOutcome outcome = put("fax", CART, Map.of());

    assertThat(pointers(outcome)).containsExactly("/adapter");
    assertThat(((PutChannelOutcome.Refused) outcome).problems().getFirst().detail())
        .contains("fax", "pigeon");
    assertThat(shop.configuration().channels()).isEmpty();
  }

  @Test
  void whatTheAdapterFindsWrongIsRefusedAndNothingIsStored() {
    cart.findProblems(new DataProblem("/url", "not https"), new DataProblem("/settings/x", "?"));

    assertThat(pointers(put(CART, SECRETS))).containsExactly("/url", "/settings/x");
    assertThat(shop.configuration().channels()).isEmpty();
    assertThat(secrets()).isEmpty();
  }

  @Test
  void anUnknownStoreAndAnUnknownLabelAreSaidToBe() {
    StoreId nowhere = new StoreId("nowhere");
    ChannelDraft draft =
        new ChannelDraft(channel(Channels.ADAPTER, CART), Optional.empty(), SECRETS);
    LabelText none = new LabelText("No Such Label");
    LabelMapping mapping = new LabelMapping(Map.of(none, new LabelTarget.DoNotSend()));

    assertThat(putChannel.put(nowhere, draft, "anna"))
        .isEqualTo(new PutChannelOutcome.StoreUnknown(nowhere));
    assertThat(storage.channelSecrets().read(nowhere, WEB)).isEmpty();
    assertThat(
            put(
                new ChannelDraft(
                    channel(Channels.ADAPTER, CART).withLabelMapping(mapping),
                    Optional.empty(),
                    SECRETS)))
        .isEqualTo(new PutChannelOutcome.LabelUnknown(none));
    assertThat(secrets()).isEmpty();
  }

  @Test
  void secretsThatAreNotGivenAreKeptOnTheSameServer() {
    var _ = put(CART, SECRETS);
    for (String url :
        List.of(
            "https://cart.example/other?x=1",
            "HTTPS://CART.example:443/status",
            "https://cart.example")) {
      assertThat(put(URI.create(url), Map.of())).isInstanceOf(PutChannelOutcome.Changed.class);
      assertThat(secrets()).isEqualTo(SECRETS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://thief.example/status",
        "https://cart.example.thief.example/status",
        "https://sub.cart.example/status",
        "https://cart.example.:443/status",
        "http://cart.example/status",
        "http://cart.example:443/status",
        "https://cart.example:8443/status",
        "https://192.0.2.7/status"
      })
  void keptSecretsMustBeGivenAgainForAnotherSchemeHostOrPort(String url) {
    var _ = put(CART, SECRETS);
    StoreConfiguration before = shop.configuration();

    PutChannelOutcome none = put(URI.create(url), Map.of());
    assertThat(pointers(none)).containsExactly("/secrets/password", "/secrets/user");
    assertNothingChangedAfter(none, before);
    PutChannelOutcome one = put(URI.create(url), Map.of("user", "anna"));
    assertThat(pointers(one)).containsExactly("/secrets/password");
    assertNothingChangedAfter(one, before);
    assertThat(one.toString()).doesNotContain("hunter2");

    Map<String, String> own = Map.of("user", "eve", "password", "guessed");
    assertThat(put(URI.create(url), own)).isInstanceOf(PutChannelOutcome.Changed.class);
    assertThat(secrets()).isEqualTo(own);
  }

  @Test
  void aChannelWithoutSecretsMovesFreely() {
    var _ = put(CART, Map.of());

    assertThat(put(URI.create("https://elsewhere.example"), Map.of()))
        .isInstanceOf(PutChannelOutcome.Changed.class);
  }

  @Test
  void keptSecretsAreAskedForTogetherWithWhatTheAdapterFindsWrong() {
    var _ = put(CART, SECRETS);
    cart.findProblems(new DataProblem("/url", "not allowed"));

    assertThat(pointers(put(URI.create("https://thief.example"), Map.of())))
        .containsExactly("/url", "/secrets/password", "/secrets/user");
  }

  @Test
  void anotherAdapterMustBeGivenTheSecretsItKnowsAgainAndGetsNoOthers() {
    var _ = put(CART, Map.of("user", "anna", "code", "4711"));

    assertThat(pointers(put("pigeon", CART, Map.of()))).containsExactly("/secrets/code");
    assertThat(secrets()).isEqualTo(Map.of("user", "anna", "code", "4711"));
    assertThat(put("pigeon", CART, Map.of("code", "4712")))
        .isInstanceOf(PutChannelOutcome.Changed.class);
    assertThat(secrets()).isEqualTo(Map.of("code", "4712"));
  }

  @Test
  void secretsThatCameInWhileTheAdapterWasAskedDoNotGoToAnotherServerEither() {
    URI thief = URI.create("https://thief.example");
    var _ = put("pigeon", thief, Map.of());
    Map<String, String> code = Map.of("code", "4711");
    pigeon.whileAsked(
        () -> assertThat(put("pigeon", CART, code)).isInstanceOf(PutChannelOutcome.Changed.class));

    assertThat(pointers(put("pigeon", thief, Map.of()))).containsExactly("/secrets/code");
    assertThat(shop.configuration().channel(WEB).map(Channel::url)).contains(CART);
    assertThat(secrets()).isEqualTo(code);
  }

  @Test
  void aSecretThatIsGivenToAnAdapterThatDoesNotKnowItIsRefused() {
    var _ = put(CART, SECRETS);

    assertThat(pointers(put("pigeon", CART, Map.of("user", "anna"))))
        .containsExactly("/secrets/user");
  }

  @Test
  void aRemovedChannelsSecretsAreNotHandedToTheNextOfItsId() {
    var _ = put(CART, SECRETS);
    var removed =
        Configuring.changeConfiguration(storage.transactions(), storage.configurations(), clock)
            .change(
                Stores.SHOP, new ConfigurationChange.RemoveChannel(WEB), Optional.empty(), "anna");
    assertThat(removed).isInstanceOf(ConfigurationOutcome.Changed.class);

    assertThat(put(CART, Map.of("code", "4711"))).isInstanceOf(PutChannelOutcome.Created.class);
    assertThat(secrets()).isEqualTo(Map.of("code", "4711"));
  }

  @Test
  void secretsOfAnotherStoreOrChannelAreNeverKept() {
    storage.channelSecrets().write(Stores.OTHER, WEB, Map.of("password", "theirs"));
    storage.channelSecrets().write(Stores.SHOP, new ChannelId("zoo"), Map.of("password", "zoo"));
    var _ = put(CART, Map.of("user", "anna"));

    assertThat(secrets()).isEqualTo(Map.of("user", "anna"));
  }
}
