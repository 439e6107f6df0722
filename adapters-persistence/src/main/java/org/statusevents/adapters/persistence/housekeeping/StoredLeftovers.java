package org.statusevents.adapters.persistence.housekeeping;

import java.time.Instant;
import java.util.List;
import org.statusevents.adapters.persistence.housekeeping.LeftoverMapper.LaneRow;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.housekeeping.Leftovers;

/// Removed row by row, some at a time, each time in a transaction of its own.
final class StoredLeftovers implements Leftovers {
  private final CurrentSession session;

  StoredLeftovers(CurrentSession session) {
    this.session = session;
  }

  @Override
  public long count(Kind kind, Instant before) {
    return session.with(
        LeftoverMapper.class,
        mapper ->
            switch (kind) {
              case OPERATIONS -> mapper.operations(before);
              case LOOKUP_MISSES -> mapper.lookupMisses(before);
              case LANES -> mapper.lanes(before);
            });
  }

  @Override
  public int remove(Kind kind, Instant before, int most) {
    return session.with(
        LeftoverMapper.class,
        mapper -> mapper.tryTurn(Turns.LETTING_GO.key()) ? remove(mapper, kind, before, most) : 0);
  }

  private static int remove(LeftoverMapper mapper, Kind kind, Instant before, int most) {
    return switch (kind) {
      case OPERATIONS -> mapper.removeOperations(before, most);
      case LOOKUP_MISSES -> mapper.removeLookupMisses(before, most);
      case LANES -> removeLanes(mapper, before, most);
    };
  }

  private static int removeLanes(LeftoverMapper mapper, Instant before, int most) {
    List<LaneRow> lanes = mapper.lockOrdersOfLanes(before, most);
    if (lanes.isEmpty()) {
      return 0;
    }
    return mapper.removeLanes(
        lanes.stream().map(LaneRow::storeId).toArray(String[]::new),
        lanes.stream().map(LaneRow::channelId).toArray(String[]::new),
        lanes.stream().map(LaneRow::orderNumber).toArray(String[]::new),
        before);
  }
}
