package org.statusevents.testkit.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.LaneSettlement.Attempt;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.memory.StoredState.LaneKey;

/// The updates of one order on one channel, with the cursor up to which they are settled. Failures
/// concern the update behind the cursor.
final class StoredLane {
  private final LaneKey key;
  private final List<StoredUpdate> updates = new ArrayList<>();
  private final Set<Long> letGo = new HashSet<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private long acked;
  private long replayThrough;
  private OptionalLong toldFacts = OptionalLong.empty();
  private Optional<Instant> dueAt = Optional.empty();
  private Optional<Instant> leasedUntil = Optional.empty();
  private long leaseToken;
  private Optional<UUID> owner = Optional.empty();
  private int failures;
  private Optional<Instant> firstFailedAt = Optional.empty();
  private boolean parked;

  StoredLane(LaneKey key) {
    this.key = key;
  }

  StoredLane copy() {
    StoredLane copy = new StoredLane(key);
    copy.updates.addAll(updates);
    copy.letGo.addAll(letGo);
    copy.attempts.addAll(attempts);
    copy.acked = acked;
    copy.replayThrough = replayThrough;
    copy.toldFacts = toldFacts;
    copy.dueAt = dueAt;
    copy.leasedUntil = leasedUntil;
    copy.leaseToken = leaseToken;
    copy.owner = owner;
    copy.failures = failures;
    copy.firstFailedAt = firstFailedAt;
    copy.parked = parked;
    return copy;
  }

  LaneKey key() {
    return key;
  }

  Optional<Instant> dueAt() {
    return dueAt;
  }

  /// All that were not let go.
  List<StoredUpdate> updates() {
    return updates.stream().filter(update -> !letGo.contains(update.position())).toList();
  }

  /// How many of those owed then are not delivered yet.
  long undelivered(Predicate<Instant> then) {
    return updates.stream()
        .filter(update -> update.position() > acked && then.test(update.owed().at()))
        .count();
  }

  void letGo(Predicate<Instant> then) {
    updates.stream()
        .filter(update -> then.test(update.owed().at()))
        .forEach(update -> letGo.add(update.position()));
  }

  void letAttemptsGo(Predicate<Instant> then) {
    attempts.removeIf(attempt -> then.test(attempt.at()));
  }

  List<Attempt> attempts() {
    return attempts;
  }

  /// Waits for nothing, and nothing is left of what it waited for.
  boolean isLeftover() {
    return !waiting() && !parked && updates().isEmpty();
  }

  long leaseToken() {
    return leaseToken;
  }

  private boolean waiting() {
    return acked < updates.size();
  }

  /// What the channel was told last, or will have been once what waits is delivered. What is parked
  /// with nothing behind it will not.
  OptionalLong toldFacts() {
    boolean onItsWay = waiting() && !(parked && updates.size() == acked + 1);
    return onItsWay ? OptionalLong.of(updates.getLast().facts()) : toldFacts;
  }

  void owe(OwedUpdate owed, DeliveryMode mode, Instant now) {
    updates.add(new StoredUpdate(owed, updates.size() + 1L, Optional.empty()));
    if (parked && mode == DeliveryMode.LATEST_STATE) {
      unpark();
    }
    dueAt = parked ? Optional.empty() : dueAt.or(() -> Optional.of(now));
  }

  Claim claim(UUID node, DeliveryMode mode, Duration lease, Instant now) {
    leaseToken++;
    owner = Optional.of(node);
    leasedUntil = Optional.of(now.plus(lease));
    dueAt = leasedUntil;
    List<StoredUpdate> waiting = updates.subList((int) acked, updates.size());
    List<StoredUpdate> handedOut =
        mode == DeliveryMode.LATEST_STATE
            ? List.of(waiting.getLast())
            : waiting.subList(0, Math.min(waiting.size(), Lanes.UPDATES_MAX));
    boolean triedBefore = handedOut.getFirst().position() == acked + 1;
    return new Claim(
        leaseToken,
        triedBefore ? failures : 0,
        triedBefore ? notAuthorized(handedOut.getFirst()) : 0,
        firstFailedAt
            .filter(_ -> triedBefore)
            .map(first -> Duration.between(first, now))
            .orElse(Duration.ZERO),
        handedOut.stream().map(update -> handedOut(update, mode)).toList());
  }

  boolean isHeldBy(UUID node, Instant now) {
    return owner.equals(Optional.of(node))
        && leasedUntil.filter(end -> end.isAfter(now)).isPresent();
  }

  /// Takes the lane out of its holder's hands.
  void release(Instant now) {
    leaseToken++;
    leasedUntil = Optional.empty();
    dueAt = Optional.of(now);
  }

  /// Takes the lane out of the hands of a holder that is gone; it is due since its updates wait.
  void takeOver(Instant now) {
    release(now);
    dueAt =
        Optional.of(
            updates.stream()
                .filter(update -> update.position() > acked)
                .map(update -> update.owed().at())
                .filter(now::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(now));
  }

  private int notAuthorized(StoredUpdate update) {
    List<Attempt> made = attemptsAt(update);
    int inARow = 0;
    while (inARow < made.size()
        && made.get(made.size() - 1 - inARow).reply() instanceof Reply.NotAuthorized) {
      inARow++;
    }
    return Math.min(inARow, failures);
  }

  private Update handedOut(StoredUpdate update, DeliveryMode mode) {
    boolean supersedes = mode == DeliveryMode.LATEST_STATE && update.position() > acked + 1;
    OwedUpdate owed = update.owed();
    return new Update(
        owed.id(),
        key.store(),
        key.channel(),
        update.position(),
        supersedes ? Optional.of(acked + 1) : Optional.empty(),
        update.position() <= replayThrough,
        owed.at(),
        owed.content());
  }

  void settle(LaneSettlement settlement, Instant now) {
    attempts.addAll(settlement.attempts());
    long reached = acked;
    for (Attempt attempt : settlement.attempts()) {
      long position = attempt.update().position();
      if (attempt.reply() instanceof Reply.Accepted) {
        reached = Math.max(reached, position);
        toldFacts = OptionalLong.of(updates.get((int) position - 1).facts());
      } else {
        reached = Math.max(reached, position - 1);
      }
    }
    if (reached > acked) {
      acked = reached;
      forgetFailures();
    }
    leasedUntil = Optional.empty();
    dueAt = waiting() ? Optional.of(now) : Optional.empty();
    if (waiting()) {
      goOn(settlement, now);
    }
  }

  private void goOn(LaneSettlement settlement, Instant now) {
    switch (settlement.next()) {
      case LaneNext.Proceed _, LaneNext.OutOfTime _, LaneNext.ChannelWaits _ -> {}
      case LaneNext.ChannelStops _ -> forgetFailures();
      case LaneNext.RetryAfter(Duration delay) -> {
        countFailure(now);
        dueAt = Optional.of(now.plus(delay));
      }
      case LaneNext.Parked _ -> {
        boolean newerCameIn =
            settlement.lane().channel().deliver() == DeliveryMode.LATEST_STATE
                && updates.size() > acked + 1;
        if (!newerCameIn) {
          countFailure(now);
          parked = true;
          dueAt = Optional.empty();
        }
      }
    }
  }

  private void countFailure(Instant now) {
    failures++;
    firstFailedAt = firstFailedAt.or(() -> Optional.of(now));
  }

  private void forgetFailures() {
    failures = 0;
    firstFailedAt = Optional.empty();
  }

  private void unpark() {
    parked = false;
    forgetFailures();
  }

  boolean isParkedAt(StoredUpdate update) {
    return parked && update.position() == acked + 1;
  }

  /// Whether updates wait that were settled before.
  boolean isReplaying() {
    return replayThrough > acked;
  }

  /// True for what was settled and for what is parked.
  boolean isReplayable(StoredUpdate update) {
    return update.position() <= acked || isParkedAt(update);
  }

  /// Lets what was settled from `start` on wait again; of the latest state, only the newest.
  /// Answers how many updates that is.
  long setBack(long start, DeliveryMode mode, Instant now) {
    long first = mode == DeliveryMode.LATEST_STATE ? updates.size() : start;
    long through = parked ? acked + 1 : acked;
    if (first > through) {
      return 0;
    }
    for (long position = first; position <= through; position++) {
      StoredUpdate update = updates.get((int) position - 1);
      updates.set((int) position - 1, new StoredUpdate(update.owed(), position, Optional.empty()));
    }
    replayThrough = Math.max(replayThrough, acked);
    acked = first - 1;
    unpark();
    release(now);
    return through - first + 1;
  }

  void retry(Instant now) {
    unpark();
    dueAt = Optional.of(now);
  }

  /// Gives up the parked update.
  void discardParked(String actor, Instant now) {
    discard(acked + 1, actor);
    unpark();
    dueAt = waiting() ? Optional.of(now) : Optional.empty();
  }

  /// Gives up all that waits.
  void discardAll(String actor) {
    while (waiting()) {
      discard(acked + 1, actor);
    }
    unpark();
    leasedUntil = Optional.empty();
    dueAt = Optional.empty();
  }

  private void discard(long position, String actor) {
    StoredUpdate update = updates.get((int) position - 1);
    updates.set((int) position - 1, new StoredUpdate(update.owed(), position, Optional.of(actor)));
    acked = position;
  }

  UpdateState stateOf(StoredUpdate update, DeliveryMode mode, Instant now) {
    if (update.discardedBy().isPresent()) {
      return UpdateState.REFUSED;
    }
    if (update.position() <= acked) {
      boolean accepted =
          attemptsAt(update).stream().anyMatch(a -> a.reply() instanceof Reply.Accepted);
      return accepted ? UpdateState.ACCEPTED : UpdateState.SUPERSEDED;
    }
    if (isParkedAt(update)) {
      return UpdateState.PARKED;
    }
    boolean leased = leasedUntil.filter(end -> end.isAfter(now)).isPresent();
    boolean head =
        mode == DeliveryMode.LATEST_STATE
            ? update.position() == updates.size()
            : update.position() == acked + 1;
    return leased && head ? UpdateState.IN_DELIVERY : UpdateState.OWED;
  }

  List<Attempt> attemptsAt(StoredUpdate update) {
    return attempts.stream().filter(a -> a.update().position() == update.position()).toList();
  }

  /// What the lane is owed. `sequence` is the order's version when it was.
  record OwedUpdate(
      UpdateId id, long sequence, long facts, boolean resend, UpdateContent content, Instant at) {}

  record StoredUpdate(OwedUpdate owed, long position, Optional<String> discardedBy) {
    long facts() {
      return owed.facts();
    }
  }

  record Claim(
      long leaseToken,
      int failures,
      int notAuthorized,
      Duration failingFor,
      List<Update> updates) {}
}
