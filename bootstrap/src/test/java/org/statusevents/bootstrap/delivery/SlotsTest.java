package org.statusevents.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

final class SlotsTest {
  private static final ChannelKey WEB = new ChannelKey(new StoreId("main"), new ChannelId("web"));
  private static final ChannelKey CART = new ChannelKey(new StoreId("main"), new ChannelId("cart"));
  private static final WorkerLimits LIMITS =
      new WorkerLimits(
          100,
          8,
          32,
          Duration.ofSeconds(45),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));

  private final AtomicLong nanos = new AtomicLong();
  private final Slots slots = new Slots(LIMITS, nanos::get);

  @Test
  void aReceiverThatAlwaysKeepsUpGetsTwiceAsManyLanesUpToTheMost() {
    round(WEB, 8, 0);
    assertThat(slots.room().of(WEB)).isEqualTo(16);
    round(WEB, 16, 0);
    round(WEB, 32, 0);
    assertThat(slots.room().of(WEB)).isEqualTo(32);
    assertThat(slots.room().of(CART)).isEqualTo(8);
  }

  @Test
  void aReceiverThatFailsOneCallInThreeKeepsTheLanesThatItHas() {
    for (int i = 0; i < 20; i++) {
      round(WEB, 8, 3);
    }
    assertThat(slots.room().of(WEB)).isEqualTo(8);
  }

  @Test
  void aReceiverThatIsAwayIsLeftWithOneLaneAndComesBackWhenItAnswers() {
    round(WEB, 8, 8);
    assertThat(slots.room().of(WEB)).isEqualTo(4);
    round(WEB, 4, 4);
    round(WEB, 2, 2);
    round(WEB, 1, 1);
    assertThat(slots.room().of(WEB)).isEqualTo(1);

    round(WEB, 1, 0);
    round(WEB, 2, 0);
    assertThat(slots.room().of(WEB)).isEqualTo(4);
  }

  @Test
  void aReceiverThatIsBackBeginsWithOneLaneHoweverManyItHad() {
    round(WEB, 8, 0);
    slots.take(WEB);
    slots.beginAgain(WEB);
    assertThat(slots.give(WEB)).isTrue();
    assertThat(slots.room().of(WEB)).isEqualTo(1);

    round(WEB, 1, 0);
    round(WEB, 2, 0);
    assertThat(slots.room().of(WEB)).isEqualTo(4);
    assertThat(slots.room().of(CART)).isEqualTo(8);
  }

  @Test
  void aReceiverThatIsBackAndFailsNowAndThenComesBackToWhatItBeganWithAndNoFurther() {
    slots.take(WEB);
    slots.beginAgain(WEB);
    assertThat(slots.give(WEB)).isTrue();

    round(WEB, 1, 0);
    round(WEB, 2, 0);
    round(WEB, 4, 1);
    assertThat(slots.room().of(WEB)).isEqualTo(8);
    round(WEB, 8, 2);
    assertThat(slots.room().of(WEB)).isEqualTo(8);
  }

  @Test
  void aChannelMoreThanHalfInUseIsPassedOverUntilItIsNot() {
    for (int i = 0; i < 5; i++) {
      slots.take(WEB);
    }
    assertThat(slots.room().of(WEB)).isZero();
    assertThat(slots.room().lanesMax()).isEqualTo(95);

    assertThat(slots.give(WEB)).isTrue();
    assertThat(slots.room().of(WEB)).isEqualTo(4);
    assertThat(slots.give(WEB)).isFalse();
  }

  @Test
  void aFewCallsThatHangDoNotHoldUpAChannelForLongerThanARound() {
    for (int i = 0; i < 6; i++) {
      slots.take(WEB);
    }
    assertThat(slots.room().of(WEB)).isZero();
    assertThat(slots.crowded()).isTrue();

    nanos.addAndGet(Slots.ROUND_MAX.toNanos());
    assertThat(slots.room().of(WEB)).isEqualTo(2);
    slots.take(WEB);
    slots.take(WEB);
    nanos.addAndGet(Slots.ROUND_MAX.toNanos());
    assertThat(slots.room().of(WEB)).isZero();
    assertThat(slots.crowded()).isFalse();
  }

  @Test
  void callsAreCountedAndNotLanesSinceALaneEndsAtItsFirstFailure() {
    for (int i = 0; i < 20; i++) {
      slots.take(WEB);
      slots.judge(WEB, 4, 1);
      boolean _ = slots.give(WEB);
    }
    assertThat(slots.room().of(WEB)).isEqualTo(8);
  }

  @Test
  void aLaneThatBrokeOffForAFaultOfOursSaysNothingOfTheReceiver() {
    for (int i = 0; i < 20; i++) {
      slots.take(WEB);
      boolean _ = slots.give(WEB);
    }
    assertThat(slots.room().of(WEB)).isEqualTo(8);
  }

  /// As many calls as there may be lanes, of which `behind` met a receiver that did not keep up.
  private void round(ChannelKey channel, int calls, int behind) {
    for (int i = 0; i < calls; i++) {
      slots.take(channel);
      slots.judge(channel, 1, i < behind ? 1 : 0);
    }
    for (int i = 0; i < calls; i++) {
      boolean _ = slots.give(channel);
    }
  }
}
