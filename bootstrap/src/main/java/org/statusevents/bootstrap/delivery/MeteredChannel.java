package org.statusevents.bootstrap.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;

/// Counts and times what receivers answer, by adapter and kind of answer. A fault of the adapter is
/// logged here, by its kind and place alone: its text may hold a secret.
final class MeteredChannel implements CartChannel {
  private static final Logger LOG = LoggerFactory.getLogger(MeteredChannel.class);

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
    String outcome = "threw";
    try {
      Reply reply = channel.send(update, access);
      outcome = nameOf(reply);
      return reply;
    } catch (RuntimeException fault) {
      logged(fault);
      throw fault;
    } finally {
      stop(sample, outcome);
    }
  }

  private void stop(Timer.Sample sample, String outcome) {
    long _ =
        sample.stop(
            Timer.builder("statusevents.updates.sent")
                .description("Updates sent, by what the receiver answered")
                .tag("adapter", adapter())
                .tag("reply", outcome)
                .minimumExpectedValue(Duration.ofMillis(1))
                .register(registry));
  }

  private void logged(RuntimeException fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    LOG.warn(
        "Adapter \"{}\" met a fault of its own: {} at {}",
        adapter(),
        fault.getClass().getName(),
        trace.length == 0 ? "an unknown place" : trace[0]);
  }

  @Override
  public Reply test(ChannelAccess access) {
    try {
      return channel.test(access);
    } catch (RuntimeException fault) {
      logged(fault);
      throw fault;
    }
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
