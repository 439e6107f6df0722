package org.statusevents.testkit.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.statusevents.application.configuring.Configurations.ChangeRecord;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.RecordingWorld;
import org.statusevents.testkit.Stores;

/// What [org.statusevents.application.transaction.Transactions] promises, seen by the
/// configurations that are stored within it.
public interface TransactionsContract {
  StoreConfiguration SHOP = Stores.withDefaults(Stores.SHOP);

  RecordingWorld world();

  private void store(StoreConfiguration configuration) {
    world()
        .configurations()
        .save(configuration, new ChangeRecord("anna", ManualClock.START, "Store created"));
  }

  private Optional<StoreConfiguration> stored() {
    return world().configurations().current(Stores.SHOP);
  }

  @Test
  default void whatWorkStoredAndAnsweredIsThereAfterwards() {
    String answer =
        world()
            .transactions()
            .inTransaction(() -> {
              store(SHOP);
              return "done";
            });

    assertThat(answer).isEqualTo("done");
    assertThat(stored()).contains(SHOP);
  }

  @Test
  default void workSeesWhatItStoredBeforeItIsCommitted() {
    Optional<StoreConfiguration> seen =
        world()
            .transactions()
            .inTransaction(() -> {
              store(SHOP);
              return stored();
            });

    assertThat(seen).contains(SHOP);
  }

  @Test
  default void workThatThrowsLeavesNothingBehind() {
    IllegalArgumentException failure = new IllegalArgumentException("on purpose");

    assertThatThrownBy(() ->
            world()
                .transactions()
                .inTransaction(() -> {
                  store(SHOP);
                  throw failure;
                }))
        .isSameAs(failure);
    assertThat(stored()).isEmpty();
  }

  @Test
  default void workThatThrowsIsNotRunAgain() {
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(() ->
            world()
                .transactions()
                .inTransaction(() -> {
                  runs.incrementAndGet();
                  throw new IllegalArgumentException("on purpose");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(runs).hasValue(1);
  }

  @Test
  default void workThatLostARaceIsRunAgainFromTheStart() {
    AtomicInteger runs = new AtomicInteger();

    Optional<StoreConfiguration> found =
        world()
            .transactions()
            .inTransaction(() -> {
              Optional<StoreConfiguration> before = stored();
              store(SHOP);
              if (runs.incrementAndGet() == 1) {
                throw new ConcurrentChange("lost on purpose");
              }
              return before;
            });

    assertThat(runs).hasValue(2);
    assertThat(found).as("what the second run found").isEmpty();
    assertThat(stored()).contains(SHOP);
  }

  @Test
  default void workThatAlwaysLosesGivesUpAfterABoundedNumberOfRuns() {
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(() ->
            world()
                .transactions()
                .inTransaction(() -> {
                  store(SHOP);
                  runs.incrementAndGet();
                  throw new ConcurrentChange("lost on purpose");
                }))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(runs.get()).isBetween(2, 20);
    assertThat(stored()).isEmpty();
  }

  @Test
  default void aTransactionWithinATransactionIsRefusedAndStoresNothing() {
    assertThatThrownBy(() ->
            world()
                .transactions()
                .inTransaction(() -> {
                  store(SHOP);
                  return world().transactions().inTransaction(() -> "within");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stored()).isEmpty();
  }

  @Test
  default void afterAFailureTheNextTransactionIsAFreshOne() {
    assertThatThrownBy(() ->
            world()
                .transactions()
                .inTransaction(() -> {
                  throw new IllegalArgumentException("on purpose");
                }))
        .isInstanceOf(IllegalArgumentException.class);

    Optional<StoreConfiguration> seen =
        world()
            .transactions()
            .inTransaction(() -> {
              store(SHOP);
              return stored();
            });

    assertThat(seen).contains(SHOP);
    assertThat(stored()).contains(SHOP);
  }
}
