package org.statusevents.testkit.memory;

import java.util.Map;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.delivering.CartChannelContract;

final class FakeCartChannelTest implements CartChannelContract {
  private final FakeCartChannel channel = new FakeCartChannel();

  @Override
  public CartChannel cartChannel() {
    return channel;
  }

  @Override
  public ChannelAccess access() {
    return new ChannelAccess(Channels.everyEvent("web"), Map.of("password", "Xk29-fz0.q"));
  }

  private void receiverAnswers(Reply reply) {
    channel.answer(_ -> reply);
    channel.answerTests(reply);
  }

  @Override
  public void receiverAccepts() {
    receiverAnswers(new Reply.Accepted("OK"));
  }

  @Override
  public void receiverRefuses(String words) {
    receiverAnswers(new Reply.Refused(words));
  }

  @Override
  public void receiverFails() {
    receiverAnswers(new Reply.Unavailable("status 500"));
  }

  @Override
  public void receiverIsAway() {
    receiverAnswers(new Reply.Unavailable("connection refused"));
  }

  @Override
  public void receiverHangs() {
    receiverAnswers(new Reply.Unavailable("no answer in 10 seconds"));
  }
}
