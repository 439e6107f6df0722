package org.statusevents.adapters.rest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
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

/// What the API drives, by feature.
public record UseCases(
    Access access,
    Recording recording,
    Configuring configuring,
    Delivering delivering,
    Reading reading,
    LookUpStatus lookUpStatus,
    Watching watching) {

  public record Access(Authenticate authenticate, ManageKeys manageKeys) {}

  public record Recording(
      RecordOperations recordOperations,
      ImportOrders importOrders,
      ExplainOperation explainOperation,
      InstantSource clock) {}

  /// `configurations` and `secrets` are only read.
  public record Configuring(
      ChangeConfiguration changeConfiguration,
      PutStore putStore,
      PutChannel putChannel,
      Configurations configurations,
      ChannelSecrets secrets) {}

  /// `stoppedChannels` are only read.
  public record Delivering(
      TryChannel tryChannel,
      ResendUpdate resendUpdate,
      ReplayUpdates replayUpdates,
      SettleParked settleParked,
      StoppedChannels stoppedChannels) {}

  public record Reading(
      FindOrders findOrders,
      ReadOrder readOrder,
      ReadHistory readHistory,
      ReadLedger readLedger,
      CountLabels countLabels) {}

  /// What operators watch: the parts that must be ready, where requests are measured, and all
  /// metrics in the Prometheus text format.
  public record Watching(
      List<Readiness> parts, MeterRegistry measurements, Supplier<String> metrics) {
    public Watching {
      parts = List.copyOf(parts);
    }
  }
}
