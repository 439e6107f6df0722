package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.CurrentConfiguration;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.application.access.Role;
import org.statusevents.application.configuring.ChangeConfiguration;
import org.statusevents.application.configuring.ChangeConfiguration.ConfigurationOutcome;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.StoreEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.rule.StatusRule;

/// The event table and the store's own events.
public final class RuleEndpoints {
  private static final String TABLE = Endpoint.STORE + "/status-events";
  private static final int STORE_EVENTS_MAX = 200;
  private static final int TRIES_MAX = 5;

  private final ChangeConfiguration changeConfiguration;
  private final CurrentConfiguration current;

  public RuleEndpoints(ChangeConfiguration changeConfiguration, Configurations configurations) {
    this.changeConfiguration = changeConfiguration;
    this.current = new CurrentConfiguration(configurations);
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            HttpMethod.GET, TABLE, new Requirement.InStore(Role.READ), BodyRule.NONE, this::table),
        new Endpoint(
            HttpMethod.PUT,
            TABLE + "/:event",
            new Requirement.InStore(Role.CONFIGURE),
            BodyRule.JSON,
            this::put),
        new Endpoint(
            HttpMethod.PUT,
            TABLE + "/:event/definition",
            new Requirement.InStore(Role.CONFIGURE),
            BodyRule.JSON,
            this::define));
  }

  private Answer table(Request request) {
    StoreConfiguration configuration = current.of(request);
    long version = configuration.rules().version();
    String tag = EntityTag.of(version);
    boolean known =
        request
            .header("If-None-Match")
            .filter(header -> EntityTag.matches(header, version))
            .isPresent();
    if (known) {
      return Answer.text(304, "", "").withHeader("ETag", tag);
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", version);
    ArrayNode rules = json.putArray("rules");
    configuration.events().forEach(event -> rules.add(row(configuration, event)));
    return Answer.ok(json).withHeader("ETag", tag);
  }

  /// What the body leaves out is taken from the row as read, so the change is made only while the
  /// table is still the one that was read.
  private Answer put(Request request) {
    RuleBody body = RuleBody.read(request.json());
    Optional<String> condition = request.header("If-Match");
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      StoreConfiguration read = current.of(request);
      EventType event = event(request, read);
      long version = read.rules().version();
      if (condition.filter(header -> !EntityTag.matches(header, version)).isPresent()) {
        throw ConfigurationRefusal.stale(version);
      }
      StatusRule rule = body.over(read, event);
      ConfigurationOutcome outcome =
          changeConfiguration.change(
              read.store(),
              new ConfigurationChange.SetRule(rule),
              Optional.of(version),
              request.actor());
      switch (outcome) {
        case ConfigurationOutcome.Changed(var _, StoreConfiguration now) -> {
          return rowAnswer(200, now, event.key());
        }
        case ConfigurationOutcome.Unchanged(StoreConfiguration now) -> {
          return rowAnswer(200, now, event.key());
        }
        case ConfigurationOutcome.Stale _ -> {}
        case ConfigurationOutcome.Refused(ChangeOutcome.LabelUnknown(LabelText label)) ->
            throw new ProblemException(RuleBody.labelUnknown(rule, label));
        case ConfigurationOutcome.Refusal refusal -> throw ConfigurationRefusal.of(refusal);
      }
    }
    throw new ConcurrentChange("the event table was changed " + TRIES_MAX + " times in between");
  }

  private static EventType event(Request request, StoreConfiguration configuration) {
    String key = request.path("event");
    return configuration.event(key).orElseThrow(() -> ConfigurationRefusal.eventUnknown(key));
  }

  private Answer define(Request request) {
    StoreEvent event = EventBody.read(request.path("event"), request.json());
    StoreConfiguration before = current.of(request);
    boolean known = before.event(event.key()).isPresent();
    if (!known && before.storeEvents().size() >= STORE_EVENTS_MAX) {
      throw new ProblemException(
          Problem.invalid(
              "/event", "the store has its " + STORE_EVENTS_MAX + " own events already"));
    }
    ConfigurationOutcome outcome =
        changeConfiguration.change(
            before.store(),
            new ConfigurationChange.SetStoreEvent(event),
            Optional.empty(),
            request.actor());
    return switch (outcome) {
      case ConfigurationOutcome.Changed(var _, StoreConfiguration now) ->
          rowAnswer(known ? 200 : 201, now, event.key());
      case ConfigurationOutcome.Unchanged(StoreConfiguration now) ->
          rowAnswer(200, now, event.key());
      case ConfigurationOutcome.Refusal refusal -> throw ConfigurationRefusal.of(refusal);
    };
  }

  private static Answer rowAnswer(int status, StoreConfiguration now, String key) {
    EventType event = now.event(key).orElseThrow(() -> ConfigurationRefusal.eventUnknown(key));
    long version = now.rules().version();
    return Answer.json(status, row(now, event).put("version", version))
        .withHeader("ETag", EntityTag.of(version));
  }

  private static ObjectNode row(StoreConfiguration configuration, EventType event) {
    StatusRule rule = configuration.rules().rule(event);
    return JsonNodeFactory.instance
        .objectNode()
        .put("event", event.key())
        .put("name", event.displayName())
        .put("scope", Words.of(event.scope()))
        .put("description", event.description())
        .put("itemLabel", rule.itemLabel().map(LabelText::value).orElse(null))
        .put("orderLabel", rule.orderLabel().map(LabelText::value).orElse(null))
        .put("notify", rule.notifies());
  }
}
