package org.statusevents.domain.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.order.Order;

/// What an operation means so far for one channel: per event, nothing in the way or the reason why
/// it makes no update.
final class ChannelDraft {
  private final Channel channel;
  private final List<Optional<NotSent>> obstacles = new ArrayList<>();
  private final long toldBefore;
  private long told;
  private boolean orderRelabelled;

  /// `told` is the fingerprint of the facts the channel was told last.
  ChannelDraft(Channel channel, long told) {
    this.channel = channel;
    this.toldBefore = told;
    this.told = told;
  }

  /// `obstacle` is what the table has against an update; `facts` what the order would tell now.
  void judge(DraftedEvent event, Optional<NotSent> obstacle, boolean payload, long facts) {
    if (obstacle.isPresent()) {
      obstacles.add(obstacle);
    } else if (!event.changes().isEmpty() || (payload && facts != told)) {
      obstacles.add(Optional.empty());
      told = facts;
      orderRelabelled |= event.changesOrderLabel();
    } else {
      obstacles.add(Optional.of(NotSent.UNCHANGED));
    }
  }

  /// Asks once, of the order as it stands after the last event, whether the channel can take the
  /// update, since that is when it is built.
  void settle(Policy policy, Order order) {
    boolean beyondLines = orderRelabelled || told != toldBefore;
    Optional<NotSent> reason = policy.obstacle(channel, order, beyondLines);
    if (reason.isPresent()) {
      obstacles.replaceAll(obstacle -> obstacle.isEmpty() ? reason : obstacle);
    }
  }

  Verdict verdictOn(int event) {
    return verdict(obstacles.get(event));
  }

  /// Owed when any event is; else the reason that came nearest.
  Verdict operationVerdict() {
    NotSent nearest = NotSent.STATUS_UPDATES_OFF;
    for (Optional<NotSent> obstacle : obstacles) {
      if (obstacle.isEmpty()) {
        return verdict(obstacle);
      }
      nearest = nearest.compareTo(obstacle.get()) < 0 ? obstacle.get() : nearest;
    }
    return verdict(Optional.of(nearest));
  }

  private Verdict verdict(Optional<NotSent> obstacle) {
    return obstacle.isEmpty()
        ? new Verdict.Owed(channel.id())
        : new Verdict.Withheld(Optional.of(channel.id()), obstacle.get());
  }
}
