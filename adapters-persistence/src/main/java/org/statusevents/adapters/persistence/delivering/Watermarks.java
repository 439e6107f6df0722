package org.statusevents.adapters.persistence.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.statusevents.adapters.persistence.delivering.LaneMapper.LaneRow;
import org.statusevents.adapters.persistence.delivering.LaneMapper.MarkColumns;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

/// Where to begin to look for due lanes of a channel. While somebody holds a snapshot, the index
/// keeps an entry for each time that a lane was due; all those before the last claim would be read
/// again by each claim (section 4.4 of intake and delivery). What makes it safe is that nothing
/// sets a due time into the past, but for the lanes of a node that is gone. Those, and what a long
/// transaction wrote, or one that claimed and failed, may still lie before; so every [#WHOLE_EVERY]
/// all is looked through. Safe for many threads.
final class Watermarks {
  static final Duration WHOLE_EVERY = Duration.ofSeconds(5);
  private static final Duration MARGIN = Duration.ofSeconds(3);
  private static final int CHANNELS_MAX = 10_000;
  private static final Mark NONE = new Mark(Instant.EPOCH, Instant.EPOCH);

  private final Map<ChannelKey, Mark> marks = new HashMap<>();
  private final LongSupplier nanos;
  private long wholeAt;

  /// `nanos` is monotonic.
  Watermarks(LongSupplier nanos) {
    this.nanos = nanos;
    this.wholeAt = nanos.getAsLong();
  }

  /// Apart for replays, which stand apart in the index.
  private record Mark(Instant fresh, Instant replayed) {
    private Mark at(boolean replaying, Instant since) {
      return replaying ? new Mark(fresh, since) : new Mark(since, replayed);
    }
  }

  /// The marks to claim by now; none when all is to be looked through.
  synchronized MarkColumns next() {
    long now = nanos.getAsLong();
    if (now - wholeAt >= WHOLE_EVERY.toNanos()) {
      wholeAt = now;
      return columns(Map.of());
    }
    return columns(marks);
  }

  private static MarkColumns columns(Map<ChannelKey, Mark> marks) {
    List<ChannelKey> keys = List.copyOf(marks.keySet());
    List<Mark> values = keys.stream().map(key -> marks.getOrDefault(key, NONE)).toList();
    return new MarkColumns(
        keys.stream().map(key -> key.store().value()).toArray(String[]::new),
        keys.stream().map(key -> key.channel().value()).toArray(String[]::new),
        values.stream().map(mark -> mark.fresh().toString()).toArray(String[]::new),
        values.stream().map(mark -> mark.replayed().toString()).toArray(String[]::new));
  }

  /// What a claim found: those that were due first are as old as anything that was left.
  synchronized void claimed(List<LaneRow> lanes) {
    if (marks.size() > CHANNELS_MAX) {
      marks.clear();
    }
    Map<ChannelKey, Map<Boolean, Instant>> oldest = new HashMap<>();
    for (LaneRow lane : lanes) {
      Instant _ =
          oldest
              .computeIfAbsent(
                  new ChannelKey(new StoreId(lane.storeId()), new ChannelId(lane.channelId())),
                  _ -> new HashMap<>())
              .merge(
                  lane.replayThrough() > lane.ackedPosition(),
                  lane.dueSince(),
                  (one, other) -> one.isBefore(other) ? one : other);
    }
    oldest.forEach((channel, byKind) ->
        byKind.forEach((replaying, since) -> {
          Mark before = marks.getOrDefault(channel, NONE);
          Mark _ = marks.put(channel, before.at(replaying, since.minus(MARGIN)));
        }));
  }
}
