package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.StoppedChannels.Stop;
import org.statusevents.application.configuring.Configuring;
import org.statusevents.application.configuring.PutChannel.ChannelDraft;
import org.statusevents.application.configuring.PutChannel.PutChannelOutcome;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.DeliverUpdates;
import org.statusevents.application.delivering.Delivering;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.RetrySchedule;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.FakeCartChannel;
import org.statusevents.testkit.memory.InMemoryStorage;

/// A receiver that does not know our credentials or is gone for good stops the channel and loses
/// nothing (section 4.6 of intake and delivery).
final class StoppingChannelsTest {
  private static final ChannelId WEB = new ChannelId("web");
  private static final Reply UNKNOWN = new Reply.NotAuthorized("HTTP 401: who are you?");
  private static final Reply AWAY = new Reply.Unavailable("connection refused");

  private final ManualClock clock = new ManualClock();
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final FakeCartChannel cart = new FakeCartChannel();
  private final CartChannels adapters = new CartChannels(List.of(cart));
  private TestStore shop;

  @BeforeEach
  void open() {
    shop = TestStore.shop(storage, Channels.everyEvent("web"));
    shop.imported(order("A-1"));
  }

  /// Delivers all that is due now.
  private void deliver() {
    DeliverUpdates deliverUpdates =
        Delivering.deliverUpdates(
            storage.lanes(),
            adapters,
            RetrySchedule.STANDARD,
            clock,
            clock.nanos(),
            RandomGenerator.getDefault(),
            clock.pace());
    for (ClaimedLane lane :
        storage.lanes().claim(new Lanes.Room(10, 10, Map.of()), Duration.ofSeconds(45))) {
      assertThat(deliverUpdates.deliver(lane, clock.nanos().getAsLong()).recorded()).isTrue();
    }
  }

  /// Delivers what comes due, one receiver's answer after the other.
  private void answer(Reply... replies) {
    for (Reply reply : replies) {
      cart.answerNext(reply);
      deliver();
      clock.advance(Duration.ofMinutes(15));
    }
  }

  private Optional<Stop> stop() {
    return Optional.ofNullable(storage.stoppedChannels().in(Stores.SHOP).get(WEB));
  }

  private List<UpdateState> states() {
    return storage
        .readLedger()
        .updates(Stores.SHOP, Optional.empty(), Optional.empty(), PageRequest.first())
        .items()
        .stream()
        .map(LedgerEntry::state)
        .toList();
  }

  private PutChannelOutcome save() {
    return Configuring.putChannel(
            storage.transactions(),
            storage.configurations(),
            storage.channelSecrets(),
            adapters,
            storage.stoppedChannels(),
            clock)
        .put(
            Stores.SHOP,
            new ChannelDraft(Channels.everyEvent("web"), Optional.empty(), Map.of()),
            "merchant");
  }

  private void test(Reply reply) {
    cart.answerTests(reply);
    var _ =
        Delivering.tryChannel(
                storage.configurations(),
                storage.channelSecrets(),
                adapters,
                storage.stoppedChannels(),
                clock.nanos())
            .tryChannel(Stores.SHOP, WEB);
  }

  @Test
  void theThirdAnswerInARowThatDoesNotKnowUsStopsTheChannel() {
    answer(UNKNOWN, UNKNOWN);
    assertThat(stop()).isEmpty();

    answer(UNKNOWN);

    assertThat(stop().orElseThrow().since()).isEqualTo(clock.instant().minusSeconds(900));
    assertThat(stop().orElseThrow().words())
        .isEqualTo(
            "The receiver does not accept our credentials. Its last answer: HTTP 401: who are"
                + " you?");
    assertThat(states()).containsExactly(UpdateState.OWED);
    clock.advance(Duration.ofDays(30));
    deliver();
    assertThat(cart.sent()).hasSize(3);
    assertThat(states()).containsExactly(UpdateState.OWED);
  }

  @Test
  void aReceiverThatIsGoneForGoodStopsTheChannelAtOnceAndParksNothing() {
    answer(new Reply.Gone("HTTP 410: moved out"));

    assertThat(stop().orElseThrow().words())
        .isEqualTo(
            "The receiver says that its address is gone for good. Its last answer: HTTP 410: moved"
                + " out");
    deliver();
    assertThat(cart.sent()).hasSize(1);
    assertThat(states()).containsExactly(UpdateState.OWED);
  }

  @Test
  void anotherFailureBetweenThemBeginsTheRowAfresh() {
    answer(UNKNOWN, UNKNOWN, AWAY, UNKNOWN, UNKNOWN);
    assertThat(stop()).isEmpty();

    answer(UNKNOWN);
    assertThat(stop()).isPresent();
  }

  @Test
  void otherFailuresBeforeDoNotStopIt() {
    answer(AWAY, AWAY, AWAY, AWAY, AWAY, AWAY, UNKNOWN, UNKNOWN);

    assertThat(stop()).isEmpty();
  }

  @Test
  void aStoppedChannelIsStillOwedWhatHappensAndGetsItAllWhenItIsSavedAgainUnchanged() {
    answer(UNKNOWN, UNKNOWN, UNKNOWN);
    shop.owed("op-1", "A-1", Events.approved());
    shop.imported(order("A-2"));
    deliver();
    assertThat(states()).containsOnly(UpdateState.OWED).hasSize(3);

    assertThat(save()).isInstanceOf(PutChannelOutcome.Changed.class);

    assertThat(stop()).isEmpty();
    deliver();
    assertThat(states()).containsOnly(UpdateState.ACCEPTED).hasSize(3);
  }

  @Test
  void aSaveThatIsRefusedLetsNothingGoOn() {
    answer(UNKNOWN, UNKNOWN, UNKNOWN);
    cart.findProblems(new DataProblem("/url", "not allowed"));

    assertThat(save()).isInstanceOf(PutChannelOutcome.Refused.class);

    assertThat(stop()).isPresent();
  }

  @Test
  void aTestCallThatSucceedsLetsTheChannelGoOnAndOneThatFailsDoesNot() {
    answer(UNKNOWN, UNKNOWN, UNKNOWN);
    test(UNKNOWN);
    test(AWAY);
    assertThat(stop()).isPresent();

    test(new Reply.Accepted("OK"));

    assertThat(stop()).isEmpty();
    deliver();
    assertThat(states()).containsExactly(UpdateState.ACCEPTED);
  }

  @Test
  void aChannelThatIsStillUnknownIsStoppedAgainAfterThreeMore() {
    answer(UNKNOWN, UNKNOWN, UNKNOWN);
    var _ = save();

    answer(UNKNOWN, UNKNOWN);
    assertThat(stop()).isEmpty();
    answer(UNKNOWN);
    assertThat(stop()).isPresent();
    assertThat(states()).containsExactly(UpdateState.OWED);
  }
}
