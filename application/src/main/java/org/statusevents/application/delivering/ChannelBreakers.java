package org.statusevents.application.delivering;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.statusevents.application.delivering.LaneSettlement.Attempt;
import org.statusevents.application.delivering.LaneSettlement.BreakerStep;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.domain.delivery.RecentCalls;
import org.statusevents.domain.delivery.Reply;

/// What the calls of this node say of the breakers of channels, which stand in the storage for all
/// nodes. Remembers the calls of a bounded number of channels. Safe for many threads.
final class ChannelBreakers {
  private static final String AWAY = "The receiver is away, slow or broken. The last try: ";
  private static final int CHANNELS_MAX = 10_000;

  /// The channel that was called longest ago comes first.
  private final Map<ChannelKey, RecentCalls> recent = new LinkedHashMap<>();

  /// What is to be done after these calls of a lane, which end at the first that failed. A probe is
  /// judged by itself: any answer at all shows that the receiver is back.
  synchronized BreakerStep after(ClaimedLane lane, List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return new BreakerStep.Stays();
    }
    RecentCalls calls = recent.remove(lane.key());
    Reply last = attempts.getLast().reply();
    if (lane.isProbe()) {
      boolean answered = attempts.size() > 1 || !RecentCalls.failed(last);
      return answered ? new BreakerStep.Closes() : opens(lane.openings() + 1, last);
    }
    if (calls == null) {
      calls = RecentCalls.NONE;
    }
    for (Attempt attempt : attempts) {
      calls = calls.then(attempt.reply());
    }
    if (calls.opens()) {
      return opens(1, last);
    }
    remember(lane.key(), calls);
    return new BreakerStep.Stays();
  }

  private void remember(ChannelKey channel, RecentCalls calls) {
    if (recent.size() >= CHANNELS_MAX) {
      var _ = recent.remove(recent.keySet().iterator().next());
    }
    var _ = recent.put(channel, calls);
  }

  private static BreakerStep opens(int openings, Reply last) {
    Duration rest = RecentCalls.rest(openings);
    return new BreakerStep.Opens(rest, Reply.cut(AWAY + last.words()));
  }
}
