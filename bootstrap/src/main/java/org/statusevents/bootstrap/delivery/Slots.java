package org.statusevents.bootstrap.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Lanes.ChannelKey;

/// How many lanes are in delivery, in all and per channel, and how many of a channel there may be:
/// twice as many after a round in which its receiver always kept up, half as many after one in
/// which it mostly did not; after any other as many as before, or twice as many where that is fewer
/// than at the start. A round is as many calls as there may be lanes. Safe for many threads.
final class Slots {
  private static final int SHARES_REMEMBERED_MAX = 10_000;

  /// How long lanes are waited for, so that more come at once.
  static final Duration ROUND_MAX = Duration.ofMillis(25);

  private final WorkerLimits limits;
  private final LongSupplier nanos;
  private final Map<ChannelKey, Share> shares = new HashMap<>();
  private int taken;

  /// `nanos` is monotonic.
  Slots(WorkerLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  synchronized void take(ChannelKey channel) {
    taken++;
    shares.computeIfAbsent(channel, _ -> new Share()).take();
  }

  /// How a lane that is still taken fared: how many calls were made, and at how many of them the
  /// receiver did not keep up.
  synchronized void judge(ChannelKey channel, int sent, int behind) {
    shares.computeIfAbsent(channel, _ -> new Share()).judge(sent, behind);
  }

  /// A receiver that was away for long is back: it gets one lane, and more as it keeps up.
  synchronized void beginAgain(ChannelKey channel) {
    shares.computeIfAbsent(channel, _ -> new Share()).beginAgain();
  }

  /// Answers true where so much has come free that it is worth asking for more.
  synchronized boolean give(ChannelKey channel) {
    boolean wasFull = taken >= limits.lanesMax();
    taken--;
    Share share = shares.computeIfAbsent(channel, _ -> new Share());
    boolean hadRoom = share.hasRoomForRound();
    share.taken--;
    boolean roomAgain = !hadRoom && share.hasRoomForRound();
    if (share.taken == 0 && (share.isAsAtFirst() || shares.size() > SHARES_REMEMBERED_MAX)) {
      Share _ = shares.remove(channel);
    }
    return wasFull || roomAgain;
  }

  synchronized int taken() {
    return taken;
  }

  /// Whether a channel has a few lanes free that may be claimed after [#ROUND_MAX].
  synchronized boolean crowded() {
    return shares.values().stream().anyMatch(Share::isCrowded);
  }

  /// What may be claimed now. A channel more than half in use is passed over for [#ROUND_MAX], so
  /// that lanes come in rounds and not one by one; no longer, since a few calls that hang must not
  /// hold up all the others.
  synchronized Lanes.Room room() {
    Map<ChannelKey, Integer> known = HashMap.newHashMap(shares.size());
    shares.forEach((channel, share) -> {
      Integer _ = known.put(channel, share.room());
    });
    return new Lanes.Room(limits.lanesMax() - taken, limits.perChannelStart(), known);
  }

  private final class Share {
    private int taken;
    private int most = limits.perChannelStart();
    private int done;
    private int behind;
    private long takenAt;

    void take() {
      taken++;
      takenAt = nanos.getAsLong();
    }

    boolean hasRoomForRound() {
      return taken * 2 <= most;
    }

    boolean isCrowded() {
      return taken < most && !hasRoomForRound();
    }

    int room() {
      boolean waitedForRound = nanos.getAsLong() - takenAt >= ROUND_MAX.toNanos();
      return hasRoomForRound() || waitedForRound ? Math.max(0, most - taken) : 0;
    }

    boolean isAsAtFirst() {
      return most == limits.perChannelStart();
    }

    void beginAgain() {
      most = 1;
      done = 0;
      behind = 0;
    }

    /// One failure among many says little: a receiver that fails now and then must not be held to a
    /// lane at a time.
    void judge(int sent, int failed) {
      done += sent;
      behind += failed;
      if (done < most) {
        return;
      }
      if (behind == 0) {
        most = Math.min(limits.perChannelMax(), most * 2);
      } else if (behind * 2 >= done) {
        most = Math.max(1, most / 2);
      } else if (most < limits.perChannelStart()) {
        // On its way back: one that fails now and then gets what it began with.
        most = Math.min(limits.perChannelStart(), most * 2);
      }
      done = 0;
      behind = 0;
    }
  }
}
