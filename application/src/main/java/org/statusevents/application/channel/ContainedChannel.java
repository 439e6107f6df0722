package org.statusevents.application.channel;

import java.util.List;
import java.util.function.Supplier;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;

/// An adapter whose faults are failed calls: thrown, they would cost the lane its lease each time
/// and never count (R43). Of what was thrown only the kind is told; its text may hold a secret.
record ContainedChannel(CartChannel channel) implements CartChannel {
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
    return contained(() -> channel.send(update, access));
  }

  @Override
  public Reply test(ChannelAccess access) {
    return contained(() -> channel.test(access));
  }

  private Reply contained(Supplier<Reply> call) {
    try {
      return call.get();
    } catch (RuntimeException fault) {
      return new Reply.Unavailable(
          "a fault of the adapter \"%s\" (%s); whether the receiver was reached is not known"
              .formatted(adapter(), fault.getClass().getSimpleName()));
    }
  }
}
