package org.statusevents.testkit.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.statusevents.application.housekeeping.Leftovers;
import org.statusevents.application.recording.LoadedOrders.StoredOperation;

final class InMemoryLeftovers implements Leftovers {
  private final InMemoryStorage storage;

  InMemoryLeftovers(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public long count(Kind kind, Instant before) {
    return storage
        .read(state ->
            switch (kind) {
              case OPERATIONS ->
                  found(state.operations.values(), old -> isBefore(old, before), Integer.MAX_VALUE);
              case LOOKUP_MISSES ->
                  found(state.misses, miss -> miss.at().isBefore(before), Integer.MAX_VALUE);
              case LANES -> found(state.lanes.values(), StoredLane::isLeftover, Integer.MAX_VALUE);
            })
        .size();
  }

  @Override
  public int remove(Kind kind, Instant before, int most) {
    return storage.write(state ->
        switch (kind) {
          case OPERATIONS -> removed(state.operations.values(), old -> isBefore(old, before), most);
          case LOOKUP_MISSES -> removed(state.misses, miss -> miss.at().isBefore(before), most);
          case LANES -> removed(state.lanes.values(), StoredLane::isLeftover, most);
        });
  }

  private static boolean isBefore(StoredOperation old, Instant before) {
    return old.receipt().recordedAt().isBefore(before);
  }

  private static <T> List<T> found(Collection<T> all, Predicate<T> which, int most) {
    return all.stream().filter(which).limit(most).toList();
  }

  private static <T> int removed(Collection<T> all, Predicate<T> which, int most) {
    List<T> found = found(all, which, most);
    found.forEach(all::remove);
    return found.size();
  }
}
