package org.statusevents.adapters.rest;

import java.util.ArrayList;
import java.util.List;
import org.statusevents.adapters.rest.exchange.Endpoint;

/// All that the API answers. A path without `:name` parts stands before those that would swallow
/// it.
final class Endpoints {
  private Endpoints() {}

  static List<Endpoint> of(UseCases useCases) {
    List<Endpoint> endpoints = new ArrayList<>();
    return endpoints;
  }
}
