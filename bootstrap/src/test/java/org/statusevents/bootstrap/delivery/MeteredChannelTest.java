package org.statusevents.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Updates;
import org.statusevents.testkit.memory.FakeCartChannel;

final class MeteredChannelTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FakeCartChannel cart = new FakeCartChannel();
  private final CartChannel metered = Delivery.metered(cart, registry);

  private Reply send() {
    return metered.send(
        Updates.shipped().update(), new ChannelAccess(Channels.everyEvent("web"), Map.of()));
  }

  private long sent(String reply) {
    return registry.get("statusevents.updates.sent").tag("reply", reply).timer().count();
  }

  @Test
  void answersAreCountedByKind() {
    cart.answerNext(new Reply.Gone("HTTP 410"), new Reply.Unavailable("timed out"));
    assertThat(send()).isEqualTo(new Reply.Gone("HTTP 410"));
    assertThat(send()).isEqualTo(new Reply.Unavailable("timed out"));

    assertThat(sent("gone")).isEqualTo(1);
    assertThat(sent("unavailable")).isEqualTo(1);
  }

  @Test
  void aFaultOfTheAdapterIsCountedAndGoesOnToWhoContainsIt() {
    cart.answer(_ -> {
      throw new IllegalStateException("for the test");
    });

    assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class);
    assertThat(sent("threw")).isEqualTo(1);
  }
}
