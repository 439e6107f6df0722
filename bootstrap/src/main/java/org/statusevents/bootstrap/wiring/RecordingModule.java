package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.recording.ExplainOperation;
import org.statusevents.application.recording.ImportOrders;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.Recording;
import org.statusevents.application.recording.UpdateIds;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.bootstrap.delivery.Delivery;
import org.statusevents.bootstrap.delivery.DeliveryWorker;

/// Taking in what happened.
final class RecordingModule extends AbstractModule {
  /// While one transaction of a store commits, another may load and decide.
  private static final int GROUPS_MAX = 3;

  private static final int GROUP_OPERATIONS_MAX = 128;

  @Provides
  @Singleton
  UpdateIds updateIds(InstantSource clock, RandomGenerator randomness) {
    return new TimeOrderedUpdateIds(clock, randomness);
  }

  @Provides
  @Singleton
  RecordOperations recordOperations(
      Transactions transactions,
      Orders orders,
      CartChannels channels,
      UpdateIds ids,
      InstantSource clock,
      DeliveryWorker worker) {
    RecordOperations transaction =
        Recording.recordOperations(transactions, orders, channels, ids, clock);
    return Delivery.wakingRecorder(
        Recording.inGroups(transaction, GROUPS_MAX, GROUP_OPERATIONS_MAX), worker::wake);
  }

  @Provides
  @Singleton
  ImportOrders importOrders(RecordOperations recordOperations, InstantSource clock) {
    return Recording.importOrders(recordOperations, clock);
  }

  @Provides
  @Singleton
  ExplainOperation explainOperation(
      Transactions transactions, Orders orders, CartChannels channels) {
    return Recording.explainOperation(transactions, orders, channels);
  }
}
