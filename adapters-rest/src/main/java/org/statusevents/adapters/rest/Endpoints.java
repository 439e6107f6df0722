package org.statusevents.adapters.rest;

import java.util.ArrayList;
import java.util.List;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.recording.RecordingEndpoints;

/// All that the API answers. A path without `:name` parts stands before those that would swallow
/// it.
final class Endpoints {
  private Endpoints() {}

  static List<Endpoint> of(UseCases useCases) {
    List<Endpoint> endpoints = new ArrayList<>();
    UseCases.Recording recording = useCases.recording();
    endpoints.addAll(
        RecordingEndpoints.of(
            recording.recordOperations(),
            recording.importOrders(),
            recording.explainOperation(),
            useCases.reading().readOrder(),
            useCases.configuring().configurations(),
            recording.clock()));
    return endpoints;
  }
}
