package org.statusevents.adapters.persistence.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.statusevents.adapters.persistence.delivering.LaneMapper.AttemptColumns;
import org.statusevents.adapters.persistence.delivering.LaneMapper.BreakerColumns;
import org.statusevents.adapters.persistence.delivering.LaneMapper.LaneColumns;
import org.statusevents.adapters.persistence.delivering.LaneMapper.SettlementColumns;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.LaneSettlement.Attempt;
import org.statusevents.application.delivering.LaneSettlement.BreakerStep;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.delivery.Reply;

/// Settlements as columns for `unnest`.
final class SettlementRows {
  private static final long NOTHING = 0;

  /// By so much at most do the clocks differ that updates are owed and tried by.
  private static final Duration CLOCKS_APART_MAX = Duration.ofDays(31);

  private SettlementRows() {}

  static SettlementColumns settlements(List<LaneSettlement> settlements) {
    return new SettlementColumns(
        lanes(settlements.stream().map(LaneSettlement::lane).toList()),
        column(settlements, settlement -> settlement.lane().leaseToken()),
        column(settlements, SettlementRows::acked),
        column(settlements, SettlementRows::accepted),
        settlements.stream().map(settlement -> name(settlement.next())).toArray(String[]::new),
        column(settlements, settlement -> delay(settlement.next()).toMillis()),
        settlements.stream().map(settlement -> words(settlement.next())).toArray(String[]::new),
        breakers(settlements),
        first(
                settlements.stream()
                    .flatMap(settlement -> settlement.attempts().stream())
                    .map(attempt -> attempt.update().owedAt()))
            .toString());
  }

  private static BreakerColumns breakers(List<LaneSettlement> settlements) {
    List<BreakerStep> steps = settlements.stream().map(LaneSettlement::breaker).toList();
    return new BreakerColumns(
        settlements.stream()
            .map(settlement -> settlement.lane().openings())
            .toArray(Integer[]::new),
        steps.stream().map(SettlementRows::name).toArray(String[]::new),
        column(
            steps,
            step -> step instanceof BreakerStep.Opens opens ? opens.rest().toMillis() : NOTHING),
        steps.stream()
            .map(step -> step instanceof BreakerStep.Opens opens ? storable(opens.words()) : "")
            .toArray(String[]::new));
  }

  private static String name(BreakerStep step) {
    return switch (step) {
      case BreakerStep.Stays _ -> "STAY";
      case BreakerStep.Opens _ -> "OPEN";
      case BreakerStep.Closes _ -> "CLOSE";
    };
  }

  static AttemptColumns attempts(List<LaneSettlement> settlements) {
    List<LaneAttempt> attempts =
        settlements.stream()
            .flatMap(settlement ->
                settlement.attempts().stream()
                    .map(attempt -> new LaneAttempt(settlement.lane(), attempt)))
            .toList();
    return new AttemptColumns(
        lanes(attempts.stream().map(LaneAttempt::lane).toList()),
        column(attempts, made -> made.attempt().update().position()),
        attempts.stream().map(made -> made.attempt().at().toString()).toArray(String[]::new),
        attempts.stream()
            .map(made -> Math.toIntExact(made.attempt().took().toMillis()))
            .toArray(Integer[]::new),
        attempts.stream().map(made -> name(made.attempt().reply())).toArray(String[]::new),
        attempts.stream()
            .map(made -> storable(made.attempt().reply().words()))
            .toArray(String[]::new),
        first(attempts.stream().map(LaneAttempt::attempt).flatMap(SettlementRows::times))
            .minus(CLOCKS_APART_MAX)
            .toString(),
        attempts.stream()
            .map(made -> made.attempt().at())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH)
            .plus(CLOCKS_APART_MAX)
            .toString());
  }

  private static Stream<Instant> times(Attempt attempt) {
    return Stream.of(attempt.at(), attempt.update().owedAt());
  }

  private static Instant first(Stream<Instant> times) {
    return times.min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  private record LaneAttempt(ClaimedLane lane, Attempt attempt) {}

  private static LaneColumns lanes(List<ClaimedLane> lanes) {
    return new LaneColumns(
        lanes.stream().map(lane -> lane.store().value()).toArray(String[]::new),
        lanes.stream().map(lane -> lane.channel().id().value()).toArray(String[]::new),
        lanes.stream().map(lane -> lane.order().value()).toArray(String[]::new));
  }

  private static <T> Long[] column(List<T> rows, Function<T, Long> value) {
    return rows.stream().map(value).toArray(Long[]::new);
  }

  private static long accepted(LaneSettlement settlement) {
    long position = NOTHING;
    for (Attempt attempt : settlement.attempts()) {
      if (attempt.reply() instanceof Reply.Accepted) {
        position = attempt.update().position();
      }
    }
    return position;
  }

  /// How far the lane's cursor moves: past what was accepted, and where the latest state is wanted
  /// past what the update that was tried stands for.
  private static long acked(LaneSettlement settlement) {
    long accepted = accepted(settlement);
    boolean latestState = settlement.lane().channel().deliver() == DeliveryMode.LATEST_STATE;
    return accepted == NOTHING && latestState && !settlement.attempts().isEmpty()
        ? settlement.attempts().getLast().update().position() - 1
        : accepted;
  }

  private static String name(LaneNext next) {
    return switch (next) {
      case LaneNext.Proceed _, LaneNext.OutOfTime _ -> "GO_ON";
      case LaneNext.RetryAfter _ -> "RETRY";
      case LaneNext.Parked _ -> "PARK";
      case LaneNext.ChannelWaits _ -> "WAIT";
      case LaneNext.ChannelStops _ -> "STOP";
    };
  }

  private static Duration delay(LaneNext next) {
    return switch (next) {
      case LaneNext.RetryAfter(Duration delay) -> delay;
      case LaneNext.ChannelWaits(Duration delay) -> delay;
      case LaneNext.Proceed _, LaneNext.OutOfTime _, LaneNext.Parked _, LaneNext.ChannelStops _ ->
          Duration.ZERO;
    };
  }

  /// Why the channel stops; nothing where it does not.
  private static String words(LaneNext next) {
    return next instanceof LaneNext.ChannelStops(String words) ? storable(words) : "";
  }

  private static String name(Reply reply) {
    return switch (reply) {
      case Reply.Accepted _ -> "ACCEPTED";
      case Reply.Refused _ -> "REFUSED";
      case Reply.Unavailable _ -> "UNAVAILABLE";
      case Reply.AskedToWait _ -> "ASKED_TO_WAIT";
      case Reply.NotAuthorized _ -> "NOT_AUTHORIZED";
      case Reply.Gone _ -> "GONE";
      case Reply.Blocked _ -> "BLOCKED";
    };
  }

  /// PostgreSQL's text holds no NUL, and a receiver's words may.
  private static String storable(String said) {
    String words = said.replace('\0', ' ');
    return words.length() > Reply.WORDS_LENGTH_MAX
        ? words.substring(0, Reply.WORDS_LENGTH_MAX)
        : words;
  }
}
