package org.statusevents.adapters.cart.seti;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.statusevents.domain.decision.DataProblem;

/// How a receiver wants its updates: as form fields or as a document, and what its documents call a
/// tracking number.
record SetiSettings(boolean xml, String trackingElement) {
  static final Set<String> NAMES = Set.of("variant", "trackingElement");
  private static final List<String> VARIANTS = List.of("form", "xml");
  private static final List<String> TRACKING_ELEMENTS = List.of("TrackNum", "TrackingID");

  /// The settings of a channel whose settings have no problems.
  static SetiSettings of(Map<String, String> settings) {
    return new SetiSettings(
        settings.getOrDefault("variant", VARIANTS.getFirst()).equals("xml"),
        settings.getOrDefault("trackingElement", TRACKING_ELEMENTS.getFirst()));
  }

  static List<DataProblem> problemsWith(Map<String, String> settings) {
    List<DataProblem> problems = new ArrayList<>();
    check("variant", VARIANTS, settings, problems);
    check("trackingElement", TRACKING_ELEMENTS, settings, problems);
    return problems;
  }

  private static void check(
      String name, List<String> known, Map<String, String> settings, List<DataProblem> problems) {
    if (!known.contains(settings.getOrDefault(name, known.getFirst()))) {
      problems.add(
          new DataProblem(
              "/settings/" + name, "not known (expected: " + String.join(" or ", known) + ")"));
    }
  }
}
