package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.CurrentConfiguration;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Listing;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.application.configuring.ChangeConfiguration;
import org.statusevents.application.configuring.ChangeConfiguration.ConfigurationOutcome;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.configuring.PutStore;
import org.statusevents.application.configuring.PutStore.PutStoreOutcome;
import org.statusevents.application.reading.InvalidCursor;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.ConfigurationLint;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.rule.LintWarning;

/// Stores and their settings, the defaults, and lint.
public final class StoreEndpoints {
  private final PutStore putStore;
  private final ChangeConfiguration changeConfiguration;
  private final CurrentConfiguration current;
  private final Configurations configurations;

  public StoreEndpoints(
      PutStore putStore, ChangeConfiguration changeConfiguration, Configurations configurations) {
    this.putStore = putStore;
    this.changeConfiguration = changeConfiguration;
    this.current = new CurrentConfiguration(configurations);
    this.configurations = configurations;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            HttpMethod.GET,
            Endpoint.BASE + "/stores",
            new Requirement.Keyed(Role.READ),
            BodyRule.NONE,
            Listing.PARAMETERS,
            this::list),
        new Endpoint(
            HttpMethod.GET,
            Endpoint.STORE,
            new Requirement.InStore(Role.READ),
            BodyRule.NONE,
            request -> Answer.ok(json(current.of(request)))),
        new Endpoint(
            HttpMethod.PUT,
            Endpoint.STORE,
            new Requirement.InStore(Role.CONFIGURE),
            BodyRule.JSON,
            this::put),
        new Endpoint(
            HttpMethod.POST,
            Endpoint.STORE + "/defaults",
            new Requirement.InStore(Role.CONFIGURE),
            BodyRule.NONE,
            Set.of("overwrite"),
            this::loadDefaults),
        new Endpoint(
            HttpMethod.GET,
            Endpoint.STORE + "/lint",
            new Requirement.InStore(Role.READ),
            BodyRule.NONE,
            this::lint));
  }

  private Answer list(Request request) {
    PageRequest page = Listing.page(request);
    return Listing.answer(stores(request.key().scope(), page), StoreEndpoints::json);
  }

  private Page<StoreConfiguration> stores(StoreScope scope, PageRequest page) {
    return switch (scope) {
      case StoreScope.OneStore(StoreId own) ->
          new Page<>(configurations.current(own).stream().toList(), Optional.empty());
      case StoreScope.AllStores _ -> {
        Optional<StoreId> after = page.cursor().map(StoreEndpoints::storeOf);
        List<StoreConfiguration> found = configurations.stores(after, page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<StoreConfiguration> items = more ? found.subList(0, page.limit()) : found;
        yield new Page<>(
            items,
            more
                ? Optional.of(Listing.encoded(items.getLast().store().value()))
                : Optional.empty());
      }
    };
  }

  private static StoreId storeOf(String cursor) {
    String word = Listing.decoded(cursor);
    if (StoreId.problemWith(word).isPresent()) {
      throw new InvalidCursor();
    }
    return new StoreId(word);
  }

  private Answer put(Request request) {
    String word = request.path("store");
    StoreBody body = StoreBody.read(word, request.json());
    StoreId store = new StoreId(word);
    return switch (putStore.put(store, before -> body.over(store, before), request.actor())) {
      case PutStoreOutcome.Created(StoreConfiguration now) -> Answer.json(201, json(now));
      case PutStoreOutcome.Changed(StoreConfiguration now) -> Answer.ok(json(now));
      case PutStoreOutcome.Unchanged(StoreConfiguration now) -> Answer.ok(json(now));
    };
  }

  private Answer loadDefaults(Request request) {
    ConfigurationChange change = new ConfigurationChange.LoadDefaults(request.flag("overwrite"));
    ConfigurationOutcome outcome =
        changeConfiguration.change(request.store(), change, Optional.empty(), request.actor());
    return switch (outcome) {
      case ConfigurationOutcome.Changed(StoreConfiguration before, StoreConfiguration now) ->
          Answer.ok(added(before, now));
      case ConfigurationOutcome.Unchanged(StoreConfiguration now) -> Answer.ok(added(now, now));
      case ConfigurationOutcome.Refusal refusal -> throw ConfigurationRefusal.of(refusal);
    };
  }

  private static JsonNode added(StoreConfiguration before, StoreConfiguration now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", now.rules().version());
    ArrayNode labels = json.putArray("labelsAdded");
    for (StatusLabel label : now.labels().all()) {
      if (before.labels().find(label.text()).isEmpty()) {
        labels.add(label.text().value());
      }
    }
    ArrayNode rules = json.putArray("rulesFilled");
    for (EventType event : now.events()) {
      if (!before.rules().rule(event).equals(now.rules().rule(event))) {
        rules.add(event.key());
      }
    }
    return json;
  }

  private Answer lint(Request request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (LintWarning warning : ConfigurationLint.of(current.of(request))) {
      ObjectNode item = items.addObject();
      item.put("code", Words.of(warning.code()));
      ArrayNode events = item.putArray("events");
      warning.events().forEach(event -> events.add(event.key()));
      item.put("sentence", warning.sentence());
    }
    return Answer.ok(json);
  }

  private static JsonNode json(StoreConfiguration configuration) {
    StoreSettings settings = configuration.settings();
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", configuration.store().value())
        .put("name", settings.name())
        .put("timeZone", settings.timeZone().getId())
        .put("statusUpdatesEnabled", settings.statusUpdatesEnabled())
        .put("updateMode", Words.of(settings.updateMode()))
        .put("relabelClosedLines", settings.relabelClosedLines())
        .put("sendToOrderStatusSystem", settings.sendToOrderStatusSystem())
        .put("configurationVersion", configuration.version());
  }
}
