package org.statusevents.testkit.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Nodes;
import org.statusevents.application.delivering.Replays;
import org.statusevents.application.delivering.Resends;
import org.statusevents.application.delivering.SettleParked;
import org.statusevents.application.housekeeping.Leftovers;
import org.statusevents.application.housekeeping.StoredMonths;
import org.statusevents.application.lookup.StatusLookups;
import org.statusevents.application.reading.CountLabels;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.ReadHistory;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.application.reading.ReadOrder;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.testkit.DeliveringNode;
import org.statusevents.testkit.HousekeepingWorld;

/// All driven ports on one storage in memory: the fake that use cases and the REST API are tested
/// with. One lock makes transactions serial; what a failing one did is taken back.
public final class InMemoryStorage implements HousekeepingWorld {
  private final ReentrantLock lock = new ReentrantLock();
  private final InstantSource clock;
  private final UUID node = UUID.randomUUID();
  private StoredState state = new StoredState();

  /// `clock` is the storage's own: leases, waits and retries run by it.
  public InMemoryStorage(InstantSource clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  boolean isInTransaction() {
    return lock.isHeldByCurrentThread();
  }

  <T> T read(Function<StoredState, T> question) {
    lock.lock();
    try {
      return question.apply(state);
    } finally {
      lock.unlock();
    }
  }

  /// Runs `change` within the transaction at hand, or else as one of its own.
  <T> T write(Function<StoredState, T> change) {
    return isInTransaction() ? change.apply(state) : atomically(() -> change.apply(state));
  }

  /// Runs `change` within the transaction at hand, which must be there.
  <T> T writeInTransaction(Function<StoredState, T> change) {
    if (!isInTransaction()) {
      throw new IllegalStateException("called outside of a transaction");
    }
    return change.apply(state);
  }

  <T> T atomically(Supplier<T> work) {
    lock.lock();
    StoredState before = state.copy();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      state = done ? state : before;
      lock.unlock();
    }
  }

  @Override
  public Transactions transactions() {
    return new InMemoryTransactions(this);
  }

  @Override
  public Configurations configurations() {
    return new InMemoryConfigurations(this);
  }

  @Override
  public Orders orders() {
    return new InMemoryOrders(this);
  }

  @Override
  public Lanes lanes() {
    return new InMemoryLanes(this, node);
  }

  /// As the node that [#lanes()] are handed to.
  public Nodes nodes() {
    return new InMemoryNodes(this, node);
  }

  /// A further node on this storage.
  public DeliveringNode anotherNode() {
    UUID another = UUID.randomUUID();
    return new DeliveringNode(new InMemoryNodes(this, another), new InMemoryLanes(this, another));
  }

  @Override
  public Resends resends() {
    return new InMemoryResends(this);
  }

  @Override
  public Replays replays() {
    return new InMemoryReplays(this);
  }

  @Override
  public SettleParked settleParked() {
    return new InMemorySettleParked(this);
  }

  @Override
  public StoppedChannels stoppedChannels() {
    return new InMemoryStoppedChannels(this);
  }

  @Override
  public FindOrders findOrders() {
    return new InMemoryFindOrders(this);
  }

  @Override
  public ReadOrder readOrder() {
    return new InMemoryReadOrder(this);
  }

  @Override
  public ReadHistory readHistory() {
    return new InMemoryReadHistory(this);
  }

  @Override
  public ReadLedger readLedger() {
    return new InMemoryReadLedger(this);
  }

  @Override
  public CountLabels countLabels() {
    return new InMemoryCountLabels(this);
  }

  @Override
  public StatusLookups statusLookups() {
    return new InMemoryStatusLookups(this);
  }

  @Override
  public ChannelSecrets channelSecrets() {
    return new InMemoryChannelSecrets(this);
  }

  @Override
  public StoredMonths storedMonths() {
    return new InMemoryStoredMonths(this);
  }

  @Override
  public Leftovers leftovers() {
    return new InMemoryLeftovers(this);
  }

  public AccessKeys accessKeys() {
    return new InMemoryAccessKeys(this);
  }
}
