package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.delivering.DeliverUpdates;
import org.statusevents.application.delivering.Delivering;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.ReplayUpdates;
import org.statusevents.application.delivering.ResendUpdate;
import org.statusevents.application.delivering.Resends;
import org.statusevents.application.delivering.SettleParked;
import org.statusevents.application.delivering.TryChannel;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.recording.UpdateIds;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.bootstrap.delivery.Delivery;
import org.statusevents.bootstrap.delivery.DeliveryWorker;
import org.statusevents.bootstrap.delivery.Heartbeat;
import org.statusevents.bootstrap.delivery.StopSignal;
import org.statusevents.bootstrap.delivery.WorkerLimits;
import org.statusevents.bootstrap.delivery.WorkerMeter;
import org.statusevents.domain.delivery.RetrySchedule;

/// Bringing updates to channels.
final class DeliveryModule extends AbstractModule {
  private final RetrySchedule retries;
  private final WorkerLimits limits;
  private final PostgresPersistence persistence;

  DeliveryModule(RetrySchedule retries, WorkerLimits limits, PostgresPersistence persistence) {
    this.retries = retries;
    this.limits = limits;
    this.persistence = persistence;
  }

  @Provides
  @Singleton
  DeliverUpdates deliverUpdates(
      Lanes lanes,
      CartChannels channels,
      InstantSource clock,
      RandomGenerator randomness,
      StopSignal stop) {
    return Delivering.deliverUpdates(
        lanes, channels, retries, clock, System::nanoTime, randomness, stop.pace());
  }

  @Provides
  @Singleton
  StopSignal stopSignal() {
    return new StopSignal();
  }

  @Provides
  @Singleton
  DeliveryWorker worker(
      Lanes lanes, DeliverUpdates deliverUpdates, WorkerMeter meter, StopSignal stop) {
    return new DeliveryWorker(lanes, deliverUpdates, limits, meter, stop);
  }

  @Provides
  @Singleton
  Heartbeat heartbeat(DeliveryWorker worker) {
    return new Heartbeat(persistence.nodes(), Heartbeat.EVERY, Heartbeat.SILENCE, worker::wake);
  }

  @Provides
  @Singleton
  ResendUpdate resendUpdate(
      Transactions transactions,
      Orders orders,
      Resends resends,
      UpdateIds ids,
      CartChannels channels,
      DeliveryWorker worker) {
    return Delivery.wakingResender(
        Delivering.resendUpdate(transactions, orders, resends, ids, channels), worker::wake);
  }

  @Provides
  @Singleton
  ReplayUpdates replayUpdates(
      Transactions transactions,
      Configurations configurations,
      InstantSource clock,
      DeliveryWorker worker) {
    return Delivery.wakingReplayer(
        Delivering.replayUpdates(transactions, configurations, persistence.replays(), clock),
        worker::wake);
  }

  @Provides
  @Singleton
  SettleParked settleParked(DeliveryWorker worker) {
    return Delivery.wakingSettler(persistence.settleParked(), worker::wake);
  }

  @Provides
  @Singleton
  TryChannel tryChannel(
      Configurations configurations,
      ChannelSecrets secrets,
      CartChannels channels,
      StoppedChannels stopped) {
    return Delivering.tryChannel(configurations, secrets, channels, stopped, System::nanoTime);
  }
}
