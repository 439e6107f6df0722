package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.statusevents.adapters.rest.HttpApi;
import org.statusevents.adapters.rest.HttpApiConfig;
import org.statusevents.adapters.rest.UseCases;
import org.statusevents.application.access.Authenticate;
import org.statusevents.application.access.ManageKeys;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChangeConfiguration;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.configuring.PutChannel;
import org.statusevents.application.configuring.PutStore;
import org.statusevents.application.delivering.ReplayUpdates;
import org.statusevents.application.delivering.ResendUpdate;
import org.statusevents.application.delivering.SettleParked;
import org.statusevents.application.delivering.TryChannel;
import org.statusevents.application.health.Readiness;
import org.statusevents.application.lookup.LookUpStatus;
import org.statusevents.application.reading.CountLabels;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.ReadHistory;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.application.reading.ReadOrder;
import org.statusevents.application.recording.ExplainOperation;
import org.statusevents.application.recording.ImportOrders;
import org.statusevents.application.recording.RecordOperations;

/// The REST API over the use cases.
final class RestModule extends AbstractModule {
  private final HttpApiConfig config;

  RestModule(HttpApiConfig config) {
    this.config = config;
  }

  @Provides
  UseCases.Access access(Authenticate authenticate, ManageKeys manageKeys) {
    return new UseCases.Access(authenticate, manageKeys);
  }

  @Provides
  UseCases.Recording recording(
      RecordOperations recordOperations,
      ImportOrders importOrders,
      ExplainOperation explainOperation,
      InstantSource clock) {
    return new UseCases.Recording(recordOperations, importOrders, explainOperation, clock);
  }

  @Provides
  UseCases.Configuring configuring(
      ChangeConfiguration changeConfiguration,
      PutStore putStore,
      PutChannel putChannel,
      Configurations configurations,
      ChannelSecrets secrets) {
    return new UseCases.Configuring(
        changeConfiguration, putStore, putChannel, configurations, secrets);
  }

  @Provides
  UseCases.Delivering delivering(
      TryChannel tryChannel,
      ResendUpdate resendUpdate,
      ReplayUpdates replayUpdates,
      SettleParked settleParked,
      StoppedChannels stoppedChannels) {
    return new UseCases.Delivering(
        tryChannel, resendUpdate, replayUpdates, settleParked, stoppedChannels);
  }

  @Provides
  UseCases.Reading reading(
      FindOrders findOrders,
      ReadOrder readOrder,
      ReadHistory readHistory,
      ReadLedger readLedger,
      CountLabels countLabels) {
    return new UseCases.Reading(findOrders, readOrder, readHistory, readLedger, countLabels);
  }

  @Provides
  UseCases.Watching watching(Readiness database, PrometheusMeterRegistry registry) {
    return new UseCases.Watching(List.of(database), registry, registry::scrape);
  }

  @Provides
  UseCases useCases(
      UseCases.Access access,
      UseCases.Recording recording,
      UseCases.Configuring configuring,
      UseCases.Delivering delivering,
      UseCases.Reading reading,
      LookUpStatus lookUpStatus,
      UseCases.Watching watching) {
    return new UseCases(
        access, recording, configuring, delivering, reading, lookUpStatus, watching);
  }

  @Provides
  @Singleton
  HttpApi httpApi(UseCases useCases) {
    return new HttpApi(config, useCases);
  }
}
