package org.statusevents.testkit.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.statusevents.application.delivering.CartChannel;
import org.statusevents.application.delivering.ChannelAccess;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.testkit.Channels;

/// A receiver that answers as told and remembers what it was sent. Accepts everything until told
/// otherwise. Safe for many threads.
public final class FakeCartChannel implements CartChannel {
  public static final String TEST_WORDS = "hello";

  private final Capabilities capabilities;
  private final Queue<Reply> script = new ArrayDeque<>();
  private final List<Update> sent = new ArrayList<>();
  private Function<Update, Reply> otherwise = _ -> new Reply.Accepted("OK");
  private List<DataProblem> problems = List.of();

  public FakeCartChannel() {
    this(Channels.CAPABILITIES);
  }

  public FakeCartChannel(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /// Answers the next sends with these, one after the other, before all else.
  public synchronized void answerNext(Reply... replies) {
    script.addAll(List.of(replies));
  }

  /// Answers every send that is not scripted.
  public synchronized void answer(Function<Update, Reply> replies) {
    otherwise = replies;
  }

  /// Finds this wrong with every channel.
  public synchronized void findProblems(DataProblem... found) {
    problems = List.of(found);
  }

  /// All that was sent so far, repeated sends included, in order.
  public synchronized List<Update> sent() {
    return List.copyOf(sent);
  }

  @Override
  public String adapter() {
    return Channels.ADAPTER;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public synchronized List<DataProblem> problemsWith(ChannelAccess access) {
    return problems;
  }

  @Override
  public synchronized Reply send(Update update, ChannelAccess access) {
    sent.add(update);
    Reply scripted = script.poll();
    return scripted == null ? otherwise.apply(update) : scripted;
  }

  @Override
  public Reply test(ChannelAccess access) {
    return new Reply.Accepted(TEST_WORDS);
  }
}
