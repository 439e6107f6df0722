package org.statusevents.adapters.rest.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Listing;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.application.access.AccessKey;
import org.statusevents.application.access.ManageKeys;
import org.statusevents.application.access.ManageKeys.MintedKey;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.configuration.StoreId;

/// Keys. A key of one store sees, makes and deletes keys of that store only.
public final class KeyEndpoints {
  private static final String KEYS = Endpoint.BASE + "/keys";
  private static final String ALL_STORES = "*";
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,40}");

  private final ManageKeys manageKeys;
  private final InstantSource clock;

  public KeyEndpoints(ManageKeys manageKeys, InstantSource clock) {
    this.manageKeys = manageKeys;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    Requirement admin = new Requirement.Keyed(Role.ADMIN);
    return List.of(
        new Endpoint(HttpMethod.GET, KEYS, admin, BodyRule.NONE, Listing.PARAMETERS, this::list),
        new Endpoint(HttpMethod.POST, KEYS, admin, BodyRule.JSON, this::create),
        new Endpoint(HttpMethod.DELETE, KEYS + "/:key", admin, BodyRule.NONE, this::delete));
  }

  private Answer list(Request request) {
    PageRequest page = Listing.page(request);
    List<AccessKey> keys = manageKeys.list(request.key().scope());
    return Listing.answer(Listing.slice(keys, AccessKey::id, page), KeyEndpoints::json);
  }

  private Answer create(Request request) {
    Findings findings = new Findings();
    Fields fields = Fields.of(request.json(), findings);
    Optional<StoreScope> scope =
        fields.required("store").word(KeyEndpoints::problemWithScope, KeyEndpoints::scopeOf);
    Optional<Role> role = fields.required("role").choice(Words.all(Role.class));
    Optional<String> name = fields.required("name").word(AccessKey::problemWithName, String::strip);
    Optional<Instant> expiresAt = fields.optional("expiresAt").instant();
    if (expiresAt.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
      findings.add("/expiresAt", "(expected: a time to come)");
    }
    fields.noOthers();
    findings.refuseIfAny();
    if (!mayManage(request.key().scope(), scope.orElseThrow())) {
      throw new ProblemException(
          ProblemType.STORE_NOT_COVERED, "This access key makes keys for its own store only.");
    }
    MintedKey minted =
        manageKeys.create(scope.orElseThrow(), role.orElseThrow(), name.orElseThrow(), expiresAt);
    return Answer.json(201, json(minted.key()).put("key", minted.text()));
  }

  private Answer delete(Request request) {
    String id = request.path("key");
    if (!ID.matcher(id).matches() || !manageKeys.delete(id, request.key().scope())) {
      throw new ProblemException(ProblemType.KEY_NOT_FOUND, "There is no such access key.");
    }
    return Answer.noContent();
  }

  private static boolean mayManage(StoreScope own, StoreScope wanted) {
    return switch (wanted) {
      case StoreScope.AllStores _ -> own instanceof StoreScope.AllStores;
      case StoreScope.OneStore(StoreId store) -> own.covers(store);
    };
  }

  private static Optional<String> problemWithScope(String text) {
    return text.equals(ALL_STORES) ? Optional.empty() : StoreId.problemWith(text);
  }

  private static StoreScope scopeOf(String text) {
    return text.equals(ALL_STORES)
        ? new StoreScope.AllStores()
        : new StoreScope.OneStore(new StoreId(text));
  }

  private static ObjectNode json(AccessKey key) {
    String store =
        switch (key.scope()) {
          case StoreScope.AllStores _ -> ALL_STORES;
          case StoreScope.OneStore(StoreId own) -> own.value();
        };
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", key.id())
        .put("store", store)
        .put("role", Words.of(key.role()))
        .put("name", key.name())
        .put("createdAt", key.createdAt().toString())
        .put("expiresAt", key.expiresAt().map(Instant::toString).orElse(null));
  }
}
