package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.application.access.Role;
import org.statusevents.testkit.Stores;

final class KeysTest {
  private static final String KEYS = "/api/v1/keys";

  @RegisterExtension final RunningApi api = new RunningApi();

  private static String request(String store, String role) {
    return "{\"store\":\"" + store + "\",\"role\":\"" + role + "\",\"name\":\"Till\"}";
  }

  @Test
  void aNewKeyIsShownOnceAndWorks() {
    api.shop();
    ApiClient admin = api.client(Role.ADMIN);
    JsonNode made = admin.post(KEYS, request("shop", "read")).is(201).json();
    assertThat(made.path("store").asText()).isEqualTo("shop");
    assertThat(made.path("role").asText()).isEqualTo("read");
    assertThat(made.path("expiresAt").isNull()).isTrue();
    String key = made.path("key").asText();
    api.stranger().withKey(key).get("/api/v1/stores/shop").is(200);
    api.stranger().withKey(key).get("/api/v1/stores/other").isProblem(403, "store-not-covered");
    var list = admin.get(KEYS).is(200);
    assertThat(list.json().path("items").findValuesAsText("id")).contains(made.path("id").asText());
    assertThat(list.text()).doesNotContain(key);
  }

  @Test
  void aDeletedKeyIsKnownNoMore() {
    ApiClient admin = api.client(Role.ADMIN);
    JsonNode made = admin.post(KEYS, request("*", "read")).is(201).json();
    admin.delete(KEYS + "/" + made.path("id").asText()).is(204);
    admin.delete(KEYS + "/" + made.path("id").asText()).isProblem(404, "key-not-found");
    api.stranger()
        .withKey(made.path("key").asText())
        .get("/api/v1/stores")
        .isProblem(401, "key-unknown");
  }

  @Test
  void aKeyExpiresWhenItWasToldTo() {
    ApiClient admin = api.client(Role.ADMIN);
    String body =
        "{\"store\":\"*\",\"role\":\"read\",\"name\":\"Till\",\"expiresAt\":\"2026-03-05T15:00:00Z\"}";
    JsonNode made = admin.post(KEYS, body).is(201).json();
    ApiClient holder = api.stranger().withKey(made.path("key").asText());
    holder.get("/api/v1/stores").is(200);
    api.clock.advance(Duration.ofMinutes(40));
    holder.get("/api/v1/stores").isProblem(401, "key-expired");
    assertThat(admin.post(KEYS, body).isProblem(422, "invalid").pointers())
        .containsExactly("/expiresAt");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(
            api.client(Role.ADMIN)
                .post(KEYS, "{\"store\":\"A B\",\"role\":\"god\",\"key\":\"x\"}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactlyInAnyOrder("/store", "/role", "/name", "/key");
  }

  @Test
  void theNameOfAKeyIsBounded() {
    ApiClient admin = api.client(Role.ADMIN);
    for (String name : List.of("n".repeat(101), " ")) {
      String body = "{\"store\":\"*\",\"role\":\"read\",\"name\":\"" + name + "\"}";
      var refused = admin.post(KEYS, body).isProblem(422, "invalid");
      assertThat(refused.pointers()).containsExactly("/name");
      assertThat(refused.text()).contains("name: (expected: 1..100 characters)");
    }
  }

  @Test
  void anAdminOfOneStoreManagesThatStoresKeysOnly() {
    ApiClient all = api.client(Role.ADMIN);
    ApiClient own = api.client(Role.ADMIN, Stores.SHOP);
    JsonNode others = all.post(KEYS, request("other", "read")).is(201).json();
    own.post(KEYS, request("*", "read")).isProblem(403, "store-not-covered");
    own.post(KEYS, request("other", "read")).isProblem(403, "store-not-covered");
    own.post(KEYS, request("shop", "read")).is(201);
    assertThat(own.get(KEYS).is(200).json().path("items").findValuesAsText("store"))
        .hasSize(2)
        .containsOnly("shop");
    own.delete(KEYS + "/" + others.path("id").asText()).isProblem(404, "key-not-found");
  }

  @Test
  void whatCanBeNoKeysIdIsNoKey() {
    for (String id : new String[] {"%00", "a%20b", "x".repeat(41), "%2F"}) {
      api.client(Role.ADMIN).delete(KEYS + "/" + id).isProblem(404, "key-not-found");
    }
  }

  @Test
  void keysAreListedInPages() {
    ApiClient admin = api.client(Role.ADMIN);
    admin.post(KEYS, request("*", "read")).is(201);
    JsonNode first = admin.get(KEYS + "?limit=1").is(200).json();
    JsonNode second =
        admin.get(KEYS + "?limit=1&cursor=" + first.path("next").asText()).is(200).json();
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(second.path("items")).isNotEqualTo(first.path("items"));
  }

  @Test
  void onlyAdminsManageKeys() {
    for (Role role : new Role[] {Role.READ, Role.INGEST, Role.CONFIGURE, Role.OPERATE}) {
      api.client(role).post(KEYS, request("*", "read")).isProblem(403, "right-missing");
      api.client(role).get(KEYS).isProblem(403, "right-missing");
    }
  }
}
