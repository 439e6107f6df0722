package org.statusevents.testkit.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.testkit.Channels;

/// A receiver that answers as told and remembers what it was sent. Accepts everything until told
/// otherwise. Safe for many threads.
public final class FakeCartChannel implements CartChannel {
  private final Capabilities capabilities;
  private final Queue<Reply> script = new ArrayDeque<>();
  private final List<Update> sent = new ArrayList<>();
  private final List<ChannelAccess> accesses = new ArrayList<>();
  private Function<Update, Reply> otherwise = _ -> new Reply.Accepted("OK");
  private Reply onTest = new Reply.Accepted("OK");
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

  /// Answers every test message.
  public synchronized void answerTests(Reply reply) {
    onTest = reply;
  }

  /// Finds this wrong with every channel.
  public synchronized void findProblems(DataProblem... found) {
    problems = List.of(found);
  }

  /// All that was sent so far, repeated sends included, in order.
  public synchronized List<Update> sent() {
    return List.copyOf(sent);
  }

  /// What each of the sends was made with, in order.
  public synchronized List<ChannelAccess> accesses() {
    return List.copyOf(accesses);
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
    accesses.add(access);
    Reply scripted = script.poll();
    return presentable(scripted == null ? otherwise.apply(update) : scripted, access);
  }

  @Override
  public synchronized Reply test(ChannelAccess access) {
    return presentable(onTest, access);
  }

  /// A reply whose words are short enough and hold no secret.
  private static Reply presentable(Reply reply, ChannelAccess access) {
    return switch (reply) {
      case Reply.Accepted(String words) -> new Reply.Accepted(presentable(words, access));
      case Reply.Refused(String words) -> new Reply.Refused(presentable(words, access));
      case Reply.Unavailable(String words) -> new Reply.Unavailable(presentable(words, access));
      case Reply.AskedToWait(String words, var pause) ->
          new Reply.AskedToWait(presentable(words, access), pause);
      case Reply.NotAuthorized(String words) -> new Reply.NotAuthorized(presentable(words, access));
      case Reply.Gone(String words) -> new Reply.Gone(presentable(words, access));
      case Reply.Blocked(String words) -> new Reply.Blocked(presentable(words, access));
    };
  }

  private static String presentable(String words, ChannelAccess access) {
    String clean = words;
    for (String secret : access.secrets().values()) {
      clean = clean.replace(secret, "***");
    }
    return clean.substring(0, Math.min(clean.length(), Reply.WORDS_LENGTH_MAX));
  }
}
