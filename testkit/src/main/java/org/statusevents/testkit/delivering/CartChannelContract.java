package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.testkit.Updates;

/// What every [CartChannel] promises, whatever it speaks. An adapter's test plays the receiver.
public interface CartChannelContract {
  Duration BOUND = Duration.ofSeconds(15);

  CartChannel cartChannel();

  /// A channel of the adapter at the receiver that is played, with at least one secret, none of
  /// which is a common word.
  ChannelAccess access();

  /// From now on the receiver takes every message.
  void receiverAccepts();

  /// From now on the receiver says no to every message in these words.
  void receiverRefuses(String words);

  /// From now on the receiver fails in its own ways, for example with a status of 500.
  void receiverFails();

  /// From now on nobody answers at the receiver's address.
  void receiverIsAway();

  /// From now on the receiver takes messages in and never answers.
  void receiverHangs();

  private Reply send() {
    return cartChannel().send(update(), access());
  }

  /// An update that the adapter can express.
  default Update update() {
    return Updates.shipped().update();
  }

  private void assertUsable(Reply reply) {
    assertThat(reply.words()).hasSizeLessThanOrEqualTo(Reply.WORDS_LENGTH_MAX);
    assertThat(access().secrets().values())
        .as("secrets in the words of a reply")
        .noneMatch(reply.words()::contains);
  }

  @Test
  default void theAdapterIsCalledWhatItsChannelsAreConfiguredWith() {
    assertThat(cartChannel().adapter()).isEqualTo(access().channel().adapter()).isNotBlank();
    assertThat(cartChannel().capabilities()).isEqualTo(cartChannel().capabilities());
  }

  @Test
  default void aChannelThatCanBeUsedHasNoProblems() {
    assertThat(cartChannel().problemsWith(access())).isEmpty();
  }

  @Test
  default void anUpdateThatTheReceiverTakesIsAccepted() {
    receiverAccepts();

    Reply reply = send();

    assertThat(reply).isInstanceOf(Reply.Accepted.class);
    assertUsable(reply);
  }

  @Test
  default void theSameUpdateMayBeSentAgain() {
    receiverAccepts();

    assertThat(send()).isInstanceOf(Reply.Accepted.class);
    assertThat(send()).isInstanceOf(Reply.Accepted.class);
  }

  @Test
  default void aRefusalCarriesTheReceiversWords() {
    receiverRefuses("unknown order 5001");

    Reply reply = send();

    assertThat(reply).isInstanceOf(Reply.Refused.class);
    assertThat(reply.words()).contains("unknown order 5001");
  }

  @Test
  default void secretsThatTheReceiverRepeatsAreNotInItsWords() {
    receiverRefuses("who is " + String.join(" / ", access().secrets().values()) + "?");

    assertUsable(send());
    assertUsable(cartChannel().test(access()));
  }

  @Test
  default void endlessWordsAreCut() {
    receiverRefuses("no ".repeat(50_000));

    assertUsable(send());
  }

  @Test
  default void aReceiverThatFailsIsUnavailable() {
    receiverFails();

    Reply reply = send();

    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
    assertUsable(reply);
  }

  @Test
  default void aReceiverThatIsAwayIsUnavailable() {
    receiverIsAway();

    Reply reply = send();
    Reply tested = cartChannel().test(access());

    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
    assertThat(reply.words()).isNotBlank();
    assertUsable(reply);
    assertThat(tested).isInstanceOf(Reply.Unavailable.class);
  }

  @Test
  default void aReceiverThatNeverAnswersIsUnavailableWithinTheBound() {
    receiverHangs();
    long began = System.nanoTime();

    Reply reply = send();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
    assertUsable(reply);
  }

  @Test
  default void aReceiverThatComesBackIsSpokenToAgain() {
    receiverIsAway();
    assertThat(send()).isInstanceOf(Reply.Unavailable.class);
    receiverAccepts();

    assertThat(send()).isInstanceOf(Reply.Accepted.class);
  }

  @Test
  default void aTestMessageShowsThatTheReceiverKnowsUs() {
    receiverAccepts();

    Reply reply = cartChannel().test(access());

    assertThat(reply).isInstanceOf(Reply.Accepted.class);
    assertUsable(reply);
  }

  @Test
  default void nothingThatIsPrintedTellsASecret() {
    assertThat(access().secrets()).isNotEmpty();
    assertThat(access().secrets().values())
        .noneMatch(access().toString()::contains)
        .noneMatch(cartChannel().toString()::contains);
  }
}
