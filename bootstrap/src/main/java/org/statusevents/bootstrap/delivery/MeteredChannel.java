package org.statusevents.bootstrap.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;

/// Counts and times what receivers answer, by adapter and kind of answer.
final class MeteredChannel implements CartChannel {
  private final CartChannel channel;
  private final MeterRegistry registry;

  MeteredChannel(CartChannel channel, MeterRegistry registry) {
    this.channel = channel;
    this.registry = registry;
  }

  @Override
  public String adapter() {
    return channel.adapter();
  }

  @Override
  public Capabilities capabilities() {
    return channel.capabilities();
  }

  @Override
  public List<DataProblem> problemsWith(ChannelAccess access) {
    return channel.problemsWith(access);
  }

  @Override
  public Reply send(Update update, ChannelAccess access) {
    Timer.Sample sample = Timer.start(registry);
    Reply reply = channel.send(update, access);
    long _ =
        sample.stop(
            Timer.builder("statusevents.updates.sent")
                .description("Updates sent, by what the receiver answered")
                .tag("adapter", adapter())
                .tag("reply", nameOf(reply))
                .minimumExpectedValue(Duration.ofMillis(1))
                .register(registry));
    return reply;
  }

  @Override
  public Reply test(ChannelAccess access) {
    return channel.test(access);
  }

  private static String nameOf(Reply reply) {
    return switch (reply) {
      case Reply.Accepted _ -> "accepted";
      case Reply.Refused _ -> "refused";
      case Reply.Unavailable _ -> "unavailable";
      case Reply.AskedToWait _ -> "askedToWait";
      case Reply.NotAuthorized _ -> "notAuthorized";
      case Reply.Gone _ -> "gone";
      case Reply.Blocked _ -> "blocked";
    };
  }
}
