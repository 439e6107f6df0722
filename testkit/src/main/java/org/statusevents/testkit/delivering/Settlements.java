package org.statusevents.testkit.delivering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.LaneSettlement.Attempt;
import org.statusevents.application.delivering.LaneSettlement.BreakerStep;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.testkit.ManualClock;

/// What may become of claimed lanes.
public final class Settlements {
  public static final String ACCEPTED = "thanks";
  public static final String REFUSED = "unknown order";
  public static final String AWAY = "connection refused";

  private Settlements() {}

  /// All that was handed out was accepted.
  public static LaneSettlement accepted(ClaimedLane lane) {
    return accepted(lane, lane.updates().size(), new LaneNext.Proceed());
  }

  /// The first `count` updates were accepted, the others not tried.
  public static LaneSettlement accepted(ClaimedLane lane, int count, LaneNext next) {
    return new LaneSettlement(
        lane, lane.updates().subList(0, count).stream().map(Settlements::accepted).toList(), next);
  }

  /// The first update was refused.
  public static LaneSettlement refused(ClaimedLane lane, LaneNext next) {
    return refusedAfter(lane, 0, next);
  }

  /// The first `count` updates were accepted, the one behind them refused.
  public static LaneSettlement refusedAfter(ClaimedLane lane, int count, LaneNext next) {
    List<Attempt> attempts =
        new ArrayList<>(
            lane.updates().subList(0, count).stream().map(Settlements::accepted).toList());
    attempts.add(attempt(lane.updates().get(count), new Reply.Refused(REFUSED)));
    return new LaneSettlement(lane, attempts, next);
  }

  /// The first update was met by the wish for a pause of the whole channel.
  public static LaneSettlement askedToWait(ClaimedLane lane, Duration pause) {
    Reply reply = new Reply.AskedToWait("slow down", Optional.of(pause));
    return new LaneSettlement(
        lane, List.of(attempt(lane.updates().getFirst(), reply)), new LaneNext.ChannelWaits(pause));
  }

  /// The receiver does not know our credentials.
  public static LaneSettlement notAuthorized(ClaimedLane lane, LaneNext next) {
    Reply reply = new Reply.NotAuthorized("HTTP 401");
    return new LaneSettlement(lane, List.of(attempt(lane.updates().getFirst(), reply)), next);
  }

  /// As [#notAuthorized], and once too often.
  public static LaneSettlement stopped(ClaimedLane lane, String words) {
    return notAuthorized(lane, new LaneNext.ChannelStops(words));
  }

  /// The receiver is away, and the breaker of its channel opens; the lane is due again at once.
  public static LaneSettlement opened(ClaimedLane lane, Duration rest) {
    return opened(lane, rest, Duration.ZERO);
  }

  /// As [#opened], and the lane is due again after `delay`.
  public static LaneSettlement opened(ClaimedLane lane, Duration rest, Duration delay) {
    return new LaneSettlement(
        lane,
        List.of(attempt(lane.updates().getFirst(), new Reply.Unavailable(AWAY))),
        new LaneNext.RetryAfter(delay),
        new BreakerStep.Opens(rest, AWAY));
  }

  /// All that was handed out was accepted, and the breaker of the channel closes.
  public static LaneSettlement closed(ClaimedLane lane) {
    LaneSettlement accepted = accepted(lane);
    return new LaneSettlement(lane, accepted.attempts(), accepted.next(), new BreakerStep.Closes());
  }

  private static Attempt accepted(Update update) {
    return attempt(update, new Reply.Accepted(ACCEPTED));
  }

  private static Attempt attempt(Update update, Reply reply) {
    return new Attempt(update, ManualClock.START, Duration.ofMillis(12), reply);
  }
}
