package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.statusevents.adapters.rest.ApiClient.Response;
import org.statusevents.adapters.rest.ApiClient.Sent;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.application.access.ManageKeys.MintedKey;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.testkit.Stores;

final class AccessTest {
  private static final String STORE = "/api/v1/stores/shop";
  private static final String OTHER = "/api/v1/stores/other-shop";

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void openShops() {
    api.shop();
    api.store(Stores.withDefaults(Stores.OTHER));
    api.client(Role.INGEST).put(STORE + "/orders/1001", Bodies.order(1)).is(201);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleMayWhatItIsForAndIsToldWhatItLacks(Role role) {
    Set<Role> readers = Set.of(Role.READ, Role.CONFIGURE, Role.OPERATE, Role.ADMIN);
    ApiClient client = api.client(role);
    expect(client.get(STORE + "/orders/1001"), readers.contains(role), 200, Role.READ);
    expect(
        client.post(STORE + "/operations", Bodies.approval("a", "1001")),
        Set.of(Role.INGEST, Role.ADMIN).contains(role),
        200,
        Role.INGEST);
    expect(
        client.put(STORE + "/labels/New", "{\"kind\": \"other\"}"),
        Set.of(Role.CONFIGURE, Role.ADMIN).contains(role),
        201,
        Role.CONFIGURE);
    expect(
        client.post(STORE + "/updates/00000000-0000-7000-8000-000000000000/retry", ""),
        Set.of(Role.OPERATE, Role.ADMIN).contains(role),
        404,
        Role.OPERATE);
    expect(client.get("/api/v1/keys"), role == Role.ADMIN, 200, Role.ADMIN);
  }

  @Test
  void withoutAKeyNothingIsTold() {
    Response missing = api.stranger().get(STORE + "/orders/1001").isProblem(401, "key-missing");
    assertThat(missing.header("WWW-Authenticate")).contains("Bearer realm=\"statusevents\"");
    api.stranger().get("/api/v1/stores/nobody/orders/1").isProblem(401, "key-missing");
    api.stranger().post(STORE + "/operations", "{}").isProblem(401, "key-missing");
  }

  @Test
  void aWrongKeyIsNotKnown() {
    Response wrong =
        api.stranger()
            .withKey("sep_live_nonsense")
            .get(STORE + "/orders")
            .isProblem(401, "key-unknown");
    assertThat(wrong.header("WWW-Authenticate").orElse("")).contains("invalid_token");
    api.stranger().withKey("").get(STORE + "/orders").isProblem(401, "key-missing");
    api.stranger()
        .send(
            new Sent(
                "GET", STORE + "/orders", Map.of("Authorization", "Basic abc"), Optional.empty()))
        .isProblem(401, "key-missing");
  }

  @Test
  void aKeyExpiresAndCanBeDeleted() {
    MintedKey key =
        api.manageKeys()
            .create(
                new StoreScope.AllStores(),
                Role.READ,
                "short",
                Optional.of(api.clock.instant().plus(Duration.ofHours(1))));
    ApiClient client = api.stranger().withKey(key.text());
    client.get(STORE + "/orders").is(200);
    api.clock.advance(Duration.ofHours(1));
    client.get(STORE + "/orders").isProblem(401, "key-expired");
    assertThat(api.manageKeys().delete(key.key().id(), new StoreScope.AllStores())).isTrue();
    client.get(STORE + "/orders").isProblem(401, "key-unknown");
  }

  @Test
  void aKeyOfOneStoreIsToldTheSameOfEveryOtherStore() {
    ApiClient client = api.client(Role.READ, Stores.SHOP);
    client.get(STORE + "/orders/1001").is(200);
    String known = client.get(OTHER + "/orders/1").isProblem(403, "store-not-covered").text();
    assertThat(client.get("/api/v1/stores/nobody/orders/1").is(403).text()).isEqualTo(known);
    assertThat(client.get("/api/v1/stores/No_Body/orders/1").is(403).text()).isEqualTo(known);
    assertThat(client.post(OTHER + "/operations", "{}").is(403).text()).isEqualTo(known);
  }

  @Test
  void theSchemeMayBeWrittenInAnyCase() {
    MintedKey key =
        api.manageKeys().create(new StoreScope.AllStores(), Role.READ, "reader", Optional.empty());
    api.stranger()
        .send(
            new Sent(
                "GET",
                STORE + "/orders",
                Map.of("Authorization", "bearer " + key.text()),
                Optional.empty()))
        .is(200);
  }

  private static void expect(Response response, boolean allowed, int status, Role right) {
    if (allowed) {
      response.is(status);
      return;
    }
    response.isProblem(403, "right-missing");
    String name = right.name().toLowerCase(Locale.ROOT);
    assertThat(response.json().path("detail").asText()).contains("\"" + name + "\"");
  }

  @Test
  void whoHasNoKeyIsToldSoWhateverIsSent() {
    for (Endpoint endpoint : Endpoints.of(api.useCases())) {
      switch (endpoint.requirement()) {
        case Requirement.InStore _, Requirement.Keyed _ -> {
          String path = endpoint.path().replace(":store", "shop").replaceAll(":[a-z]+", "x");
          Sent bare = new Sent(endpoint.method().name(), path, Map.of(), Optional.empty());
          api.stranger().send(bare).isProblem(401, "key-missing");
          api.stranger().withKey("sep_live_none").send(bare).isProblem(401, "key-unknown");
        }
        case Requirement.Open _, Requirement.Probe _ -> {}
      }
    }
  }

  @Test
  void whoLacksARightIsToldWhichOne() {
    for (Endpoint endpoint : Endpoints.of(api.useCases())) {
      switch (endpoint.requirement()) {
        case Requirement.InStore(Role right) -> lacks(endpoint, right);
        case Requirement.Keyed(Role right) -> lacks(endpoint, right);
        case Requirement.Open _, Requirement.Probe _ -> {}
      }
    }
  }

  private void lacks(Endpoint endpoint, Role right) {
    String path = endpoint.path().replace(":store", "shop").replaceAll(":[a-z]+", "x");
    Sent bare = new Sent(endpoint.method().name(), path, Map.of(), Optional.empty());
    for (Role role : Role.values()) {
      if (!role.grants(right)) {
        var refused = api.client(role).send(bare).isProblem(403, "right-missing");
        assertThat(refused.json().path("detail").asText())
            .contains("\"" + right.name().toLowerCase(Locale.ROOT) + "\"");
      }
    }
  }
}
