package org.statusevents.application.delivering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.delivering.LaneSettlement.Attempt;
import org.statusevents.application.delivering.LaneSettlement.BreakerStep;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.transaction.GroupCommit;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.domain.delivery.NextStep;
import org.statusevents.domain.delivery.RecentCalls;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.RetrySchedule;
import org.statusevents.domain.delivery.Update;

final class LaneDeliverer implements DeliverUpdates {
  private static final String NOT_AUTHORIZED = "The receiver does not accept our credentials.";
  private static final String GONE = "The receiver says that its address is gone for good.";
  private static final String STOPPED = "The receiver wants nothing more from us.";
  private static final Duration SENDING_MAX = Duration.ofSeconds(20);

  /// A receiver that takes longer for an update does not keep up.
  private static final Duration QUICK_MAX = Duration.ofSeconds(1);

  /// Between tries to record what came of a lane while the storage is away.
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final int SETTLING_GROUPS_MAX = 2;
  private static final int SETTLED_TOGETHER_MAX = 200;

  private final GroupCommit<Class<Lanes>, LaneSettlement, Boolean> settling;
  private final CartChannels adapters;
  private final RetrySchedule schedule;
  private final DeliveryClock clock;
  private final ChannelBreakers breakers = new ChannelBreakers();

  LaneDeliverer(Lanes lanes, CartChannels adapters, RetrySchedule schedule, DeliveryClock clock) {
    this.settling =
        new GroupCommit<>(
            (_, settlements) -> lanes.settle(settlements),
            SETTLING_GROUPS_MAX,
            SETTLED_TOGETHER_MAX);
    this.adapters = adapters;
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public DeliveryReport deliver(ClaimedLane lane, long claimedAt) {
    Optional<CartChannel> adapter = adapters.find(lane.channel().adapter());
    List<Attempt> attempts = new ArrayList<>();
    LaneNext next = new LaneNext.Proceed();
    for (Update update : lane.updates()) {
      if (clock.pace().stopping() || clock.since(claimedAt).compareTo(SENDING_MAX) > 0) {
        next = new LaneNext.OutOfTime();
        break;
      }
      Attempt attempt = attempt(update, lane.access(), adapter);
      attempts.add(attempt);
      if (!accepted(attempt)) {
        next = afterFailure(lane, attempts);
        break;
      }
    }
    BreakerStep breaker = breakers.after(lane, attempts);
    boolean recorded = settle(new LaneSettlement(lane, attempts, next, breaker), claimedAt);
    boolean stopped = !(next instanceof LaneNext.Proceed);
    long accepted = attempts.stream().filter(LaneDeliverer::accepted).count();
    long behind = attempts.stream().filter(attempt -> !keptUp(attempt)).count();
    boolean back =
        recorded
            && breaker instanceof BreakerStep.Closes
            && lane.openings() > RecentCalls.SHORT_RESTS;
    return new DeliveryReport(
        (int) accepted,
        stopped,
        recorded,
        attempts.size(),
        (int) behind,
        back,
        recorded ? again(next, breaker) : Optional.empty());
  }

  private static Optional<Duration> again(LaneNext next, BreakerStep breaker) {
    if (breaker instanceof BreakerStep.Opens(Duration rest, _)) {
      return Optional.of(rest);
    }
    return switch (next) {
      case LaneNext.RetryAfter(Duration delay) -> Optional.of(delay);
      case LaneNext.ChannelWaits(Duration delay) -> Optional.of(delay);
      case LaneNext.Proceed _, LaneNext.Parked _, LaneNext.ChannelStops _, LaneNext.OutOfTime _ ->
          Optional.empty();
    };
  }

  /// A storage that is away is asked again as long as the lane is ours: what was sent would be sent
  /// once more. A try that was recorded without our knowing is not recorded twice.
  private boolean settle(LaneSettlement settlement, long claimedAt) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return settling.commit(Lanes.class, List.of(settlement)).getFirst();
      } catch (StorageUnavailable away) {
        boolean oursThen = clock.since(claimedAt).plus(pause).toMillis() < MILLIS_MAX;
        if (!oursThen || !clock.pace().pause(pause)) {
          throw away;
        }
      }
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
  }

  private Attempt attempt(Update update, ChannelAccess access, Optional<CartChannel> adapter) {
    Instant at = clock.clock().instant();
    long began = clock.nanos().getAsLong();
    Reply reply =
        adapter.isPresent()
            ? adapter.get().send(update, access)
            : new Reply.Unavailable(
                "adapter \"" + access.channel().adapter() + "\" is not installed");
    return new Attempt(update, at, clock.since(began), reply);
  }

  private static boolean accepted(Attempt attempt) {
    return attempt.reply() instanceof Reply.Accepted;
  }

  private static boolean keptUp(Attempt attempt) {
    boolean answered =
        switch (attempt.reply()) {
          case Reply.Accepted _, Reply.Refused _, Reply.Blocked _ -> true;
          case Reply.Unavailable _, Reply.AskedToWait _, Reply.NotAuthorized _, Reply.Gone _ ->
              false;
        };
    return answered && attempt.took().compareTo(QUICK_MAX) <= 0;
  }

  /// Earlier failures count only while the lane still stands at the update that failed then.
  private LaneNext afterFailure(ClaimedLane lane, List<Attempt> attempts) {
    boolean sameUpdate = attempts.size() == 1;
    Reply reply = attempts.getLast().reply();
    int before = reply instanceof Reply.NotAuthorized ? lane.notAuthorized() : lane.failures();
    NextStep step =
        schedule.after(
            reply,
            (sameUpdate ? before : 0) + 1,
            sameUpdate ? lane.failingFor() : Duration.ZERO,
            clock.randomness());
    return switch (step) {
      case NextStep.Done _ -> new LaneNext.Proceed();
      case NextStep.RetryAfter(Duration delay) -> new LaneNext.RetryAfter(delay);
      case NextStep.PauseChannel(Duration delay) -> new LaneNext.ChannelWaits(delay);
      case NextStep.StopChannel _ -> new LaneNext.ChannelStops(whyStopped(reply));
      case NextStep.Park _ -> new LaneNext.Parked();
    };
  }

  private static String whyStopped(Reply reply) {
    String why =
        switch (reply) {
          case Reply.NotAuthorized _ -> NOT_AUTHORIZED;
          case Reply.Gone _ -> GONE;
          case Reply.Accepted _,
              Reply.Refused _,
              Reply.Unavailable _,
              Reply.AskedToWait _,
              Reply.Blocked _ ->
              STOPPED;
        };
    return Reply.cut(why + " Its last answer: " + reply.words());
  }

  /// What time and chance come from. `nanos` is monotonic and measures durations only.
  record DeliveryClock(
      InstantSource clock, LongSupplier nanos, RandomGenerator randomness, Pace pace) {
    Duration since(long then) {
      return Duration.ofNanos(nanos.getAsLong() - then);
    }
  }
}
