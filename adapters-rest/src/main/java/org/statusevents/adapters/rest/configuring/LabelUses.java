package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.application.reading.CountLabels;
import org.statusevents.application.reading.CountLabels.LabelCount;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;

/// Writes labels with the rules, orders and lines that use them.
record LabelUses(StoreConfiguration configuration, Map<LabelText, LabelCount> counts) {

  static LabelUses of(StoreConfiguration configuration, CountLabels countLabels) {
    Map<LabelText, LabelCount> counts = new HashMap<>();
    for (LabelCount count :
        countLabels.count(configuration.store(), Optional.empty(), Optional.empty())) {
      count.label().ifPresent(label -> counts.put(label, count));
    }
    return new LabelUses(configuration, counts);
  }

  ObjectNode json(StatusLabel label) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("text", label.text().value())
            .put("kind", Words.of(label.kind()))
            .put("color", label.color());
    ObjectNode publicText = json.putObject("publicText");
    new TreeMap<>(label.publicText()).forEach(publicText::put);
    json.put("hidden", label.hidden()).put("archived", label.archived());
    ArrayNode rules = json.putArray("usedByRules");
    configuration.rules().usesOf(label.text()).forEach(event -> rules.add(event.key()));
    Optional<LabelCount> count = Optional.ofNullable(counts.get(label.text()));
    return json.put("orderCount", count.map(LabelCount::orders).orElse(0L))
        .put("lineCount", count.map(LabelCount::lines).orElse(0L));
  }

  ObjectNode jsonWithWarnings(StatusLabel label) {
    ObjectNode json = json(label);
    ArrayNode warnings = json.putArray("warnings");
    if (label.text().isLong()) {
      warnings.add(
          label.text().value().length()
              + " characters; carts and pages may cut it at "
              + LabelText.LENGTH_WARNED);
    }
    return json;
  }
}
