package org.statusevents.adapters.rest.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.CurrentConfiguration;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Parameters;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.application.access.Role;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.reading.CountLabels;
import org.statusevents.application.reading.CountLabels.LabelCount;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.label.LabelText;

/// How many orders and lines carry each label.
public final class CountEndpoints {
  private final CountLabels countLabels;
  private final CurrentConfiguration current;

  public CountEndpoints(CountLabels countLabels, Configurations configurations) {
    this.countLabels = countLabels;
    this.current = new CurrentConfiguration(configurations);
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            HttpMethod.GET,
            Endpoint.STORE + "/counts",
            new Requirement.InStore(Role.READ),
            BodyRule.NONE,
            OrderTimes.PARAMETERS,
            this::count));
  }

  private Answer count(Request request) {
    StoreConfiguration configuration = current.of(request);
    Parameters parameters = new Parameters(request);
    OrderTimes times = OrderTimes.read(parameters, configuration.settings().timeZone());
    parameters.refuseIfAny();
    List<LabelCount> counts =
        withNoneFirst(countLabels.count(configuration.store(), times.from(), times.to()));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("orders", counts.stream().mapToLong(LabelCount::orders).sum());
    json.put("lines", counts.stream().mapToLong(LabelCount::lines).sum());
    ArrayNode labels = json.putArray("labels");
    for (LabelCount count : counts) {
      labels
          .addObject()
          .put("label", count.label().map(LabelText::value).orElse(null))
          .put("orders", count.orders())
          .put("lines", count.lines());
    }
    return Answer.ok(json);
  }

  /// What has no label is always counted, before the labels.
  private static List<LabelCount> withNoneFirst(List<LabelCount> counts) {
    List<LabelCount> sorted = new ArrayList<>();
    sorted.add(
        counts.stream()
            .filter(count -> count.label().isEmpty())
            .findFirst()
            .orElse(new LabelCount(Optional.empty(), 0, 0)));
    counts.stream().filter(count -> count.label().isPresent()).forEach(sorted::add);
    return sorted;
  }
}
