package org.statusevents.adapters.rest;

import java.util.ArrayList;
import java.util.List;
import org.statusevents.adapters.rest.access.KeyEndpoints;
import org.statusevents.adapters.rest.configuring.ChannelDocuments;
import org.statusevents.adapters.rest.configuring.ChannelEndpoints;
import org.statusevents.adapters.rest.configuring.LabelEndpoints;
import org.statusevents.adapters.rest.configuring.RuleEndpoints;
import org.statusevents.adapters.rest.configuring.StoreEndpoints;
import org.statusevents.adapters.rest.delivering.ReplayEndpoints;
import org.statusevents.adapters.rest.delivering.UpdateEndpoints;
import org.statusevents.adapters.rest.documentation.DocumentationEndpoints;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.health.HealthEndpoints;
import org.statusevents.adapters.rest.lookup.LookupEndpoints;
import org.statusevents.adapters.rest.reading.CountEndpoints;
import org.statusevents.adapters.rest.reading.OrderEndpoints;
import org.statusevents.adapters.rest.recording.ImportEndpoints;
import org.statusevents.adapters.rest.recording.OperationEndpoints;
import org.statusevents.application.configuring.Configurations;

/// All that the API answers. A path without `:name` parts stands before those that would swallow
/// it.
final class Endpoints {
  private Endpoints() {}

  static List<Endpoint> of(UseCases useCases) {
    List<Endpoint> endpoints = new ArrayList<>();
    addRecording(endpoints, useCases);
    addConfiguring(endpoints, useCases);
    addReading(endpoints, useCases);
    endpoints.addAll(new LookupEndpoints(useCases.lookUpStatus()).endpoints());
    endpoints.addAll(
        new KeyEndpoints(useCases.access().manageKeys(), useCases.recording().clock()).endpoints());
    endpoints.addAll(
        new HealthEndpoints(useCases.watching().parts(), useCases.watching().metrics())
            .endpoints());
    endpoints.addAll(new DocumentationEndpoints().endpoints());
    return endpoints;
  }

  private static void addRecording(List<Endpoint> endpoints, UseCases useCases) {
    UseCases.Recording recording = useCases.recording();
    endpoints.addAll(
        new ImportEndpoints(recording.importOrders(), useCases.reading().readOrder()).endpoints());
    endpoints.addAll(
        new OperationEndpoints(
                recording.recordOperations(),
                recording.explainOperation(),
                useCases.configuring().configurations(),
                recording.clock())
            .endpoints());
  }

  private static void addConfiguring(List<Endpoint> endpoints, UseCases useCases) {
    UseCases.Configuring configuring = useCases.configuring();
    endpoints.addAll(
        new StoreEndpoints(
                configuring.putStore(),
                configuring.changeConfiguration(),
                configuring.configurations())
            .endpoints());
    endpoints.addAll(
        new LabelEndpoints(
                configuring.changeConfiguration(),
                configuring.configurations(),
                useCases.reading().countLabels())
            .endpoints());
    endpoints.addAll(
        new RuleEndpoints(configuring.changeConfiguration(), configuring.configurations())
            .endpoints());
    endpoints.addAll(
        new ChannelEndpoints(
                configuring.putChannel(),
                configuring.changeConfiguration(),
                configuring.configurations(),
                new ChannelDocuments(
                    configuring.secrets(), useCases.delivering().stoppedChannels()),
                useCases.delivering().tryChannel())
            .endpoints());
  }

  private static void addReading(List<Endpoint> endpoints, UseCases useCases) {
    Configurations configurations = useCases.configuring().configurations();
    UseCases.Reading reading = useCases.reading();
    endpoints.addAll(
        new OrderEndpoints(
                reading.findOrders(),
                reading.readOrder(),
                reading.readHistory(),
                reading.readLedger(),
                configurations)
            .endpoints());
    endpoints.addAll(new CountEndpoints(reading.countLabels(), configurations).endpoints());
    endpoints.addAll(
        new UpdateEndpoints(
                reading.readLedger(),
                useCases.delivering().settleParked(),
                useCases.delivering().resendUpdate(),
                configurations)
            .endpoints());
    endpoints.addAll(new ReplayEndpoints(useCases.delivering().replayUpdates()).endpoints());
  }
}
