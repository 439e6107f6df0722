package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.application.access.Role;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.testkit.Stores;

final class StoresTest {
  private static final String SHOP = "/api/v1/stores/shop";

  @RegisterExtension final RunningApi api = new RunningApi();

  @Test
  void aNewStoreBeginsWithTheDefaultsOfWhatIsNotNamed() {
    JsonNode store =
        api.client(Role.CONFIGURE).put(SHOP, "{\"timeZone\":\"Europe/Vienna\"}").is(201).json();
    assertThat(store.path("id").asText()).isEqualTo("shop");
    assertThat(store.path("name").asText()).isEqualTo("shop");
    assertThat(store.path("timeZone").asText()).isEqualTo("Europe/Vienna");
    assertThat(store.path("statusUpdatesEnabled").asBoolean()).isTrue();
    assertThat(store.path("updateMode").asText()).isEqualTo("payload");
    assertThat(store.path("relabelClosedLines").asBoolean()).isFalse();
    assertThat(store.path("sendToOrderStatusSystem").asBoolean()).isFalse();
    assertThat(api.client(Role.READ).get(SHOP).is(200).json()).isEqualTo(store);
  }

  @Test
  void aChangeKeepsWhatItDoesNotName() {
    ApiClient client = api.client(Role.CONFIGURE);
    client.put(SHOP, "{\"name\":\"The Shop\",\"updateMode\":\"strict\"}").is(201);
    JsonNode changed = client.put(SHOP, "{\"statusUpdatesEnabled\":false}").is(200).json();
    assertThat(changed.path("name").asText()).isEqualTo("The Shop");
    assertThat(changed.path("updateMode").asText()).isEqualTo("strict");
    assertThat(changed.path("statusUpdatesEnabled").asBoolean()).isFalse();
    assertThat(changed.path("configurationVersion").asLong()).isEqualTo(2);
    assertThat(client.put(SHOP, "{}").is(200).json()).isEqualTo(changed);
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndNothingIsStored() {
    ApiClient client = api.client(Role.CONFIGURE);
    var refused =
        client.put(
            "/api/v1/stores/Shop_1",
            "{\"timeZone\":\"Vienna\",\"updateMode\":\"lax\",\"colour\":1,\"name\":\" \"}");
    refused.isProblem(422, "invalid");
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder("/store", "/timeZone", "/updateMode", "/colour", "/name");
    assertThat(client.get("/api/v1/stores").is(200).json().path("items")).isEmpty();
  }

  @Test
  void storesAreListedInPages() {
    ApiClient client = api.client(Role.CONFIGURE);
    for (String id : new String[] {"c", "a", "b"}) {
      client.put("/api/v1/stores/" + id, "{}").is(201);
    }
    JsonNode first = client.get("/api/v1/stores?limit=2").is(200).json();
    assertThat(first.path("items").findValuesAsText("id")).containsExactly("a", "b");
    JsonNode second =
        client.get("/api/v1/stores?limit=2&cursor=" + first.path("next").asText()).is(200).json();
    assertThat(second.path("items").findValuesAsText("id")).containsExactly("c");
    assertThat(second.path("next").isNull()).isTrue();
    client.get("/api/v1/stores?cursor=%21").isProblem(400, "invalid-cursor");
    client.get("/api/v1/stores?limit=501").isProblem(400, "invalid-parameter");
    client.get("/api/v1/stores?page=2").isProblem(400, "invalid-parameter");
  }

  @Test
  void aKeyOfOneStoreSeesAndMakesThatStoreOnly() {
    api.client(Role.CONFIGURE).put("/api/v1/stores/other", "{}").is(201);
    ApiClient client = api.client(Role.CONFIGURE, Stores.SHOP);
    client.put(SHOP, "{}").is(201);
    assertThat(client.get("/api/v1/stores").is(200).json().path("items").findValuesAsText("id"))
        .containsExactly("shop");
    client.put("/api/v1/stores/other", "{}").isProblem(403, "store-not-covered");
    client.put("/api/v1/stores/another", "{}").isProblem(403, "store-not-covered");
    api.client(Role.READ).put(SHOP, "{}").isProblem(403, "right-missing");
    api.stranger().put(SHOP, "{}").isProblem(401, "key-missing");
  }

  @Test
  void loadingDefaultsSaysWhatItAddedAndAddsNothingTwice() {
    ApiClient client = api.client(Role.CONFIGURE);
    client.put(SHOP, "{}").is(201);
    client.put(SHOP + "/labels/Received", "{\"color\":\"#000000\"}").is(201);
    JsonNode added = client.post(SHOP + "/defaults", "").is(200).json();
    assertThat(added.path("labelsAdded").valueStream().map(JsonNode::asText))
        .hasSize(24)
        .doesNotContain("Received");
    assertThat(added.path("rulesFilled").valueStream().map(JsonNode::asText))
        .hasSize(28)
        .contains("ORDER_IMPORT");
    JsonNode again = client.post(SHOP + "/defaults", "").is(200).json();
    assertThat(again.path("labelsAdded")).isEmpty();
    assertThat(again.path("rulesFilled")).isEmpty();
    assertThat(again.path("version")).isEqualTo(added.path("version"));
    client.post(SHOP + "/defaults?overwrite=perhaps", "").isProblem(400, "invalid-parameter");
    client.post(SHOP + "/defaults?overwrite=true", "").is(200);
    assertThat(client.get(SHOP + "/labels").json().path("items").path(0).path("color").asText())
        .isEqualTo("#5b7a99");
  }

  @Test
  void lintSaysWhatIsProbablyNotMeant() {
    var shop = api.shop();
    shop.change(new ConfigurationChange.SetLabel(StatusLabel.of("x".repeat(50), LabelKind.OTHER)));
    JsonNode warnings = api.client(Role.READ).get(SHOP + "/lint").is(200).json().path("items");
    assertThat(warnings.findValuesAsText("code")).contains("notifyWithoutChannel", "longLabel");
  }

  @Test
  void anUnknownStoreIsSaidToBeUnknown() {
    ApiClient admin = api.client(Role.ADMIN);
    for (String path :
        new String[] {
          "",
          "/labels",
          "/status-events",
          "/channels",
          "/lint",
          "/orders",
          "/orders/1",
          "/counts",
          "/orders/1/history",
          "/orders/1/updates",
          "/updates",
          "/channels/web"
        }) {
      admin.get(SHOP + path).isProblem(404, "store-unknown");
    }
    admin.post(SHOP + "/defaults", "").isProblem(404, "store-unknown");
    admin.put(SHOP + "/labels/X", "{}").isProblem(404, "store-unknown");
    admin.delete(SHOP + "/channels/web").isProblem(404, "store-unknown");
    admin.post(SHOP + "/orders/1/resend", "{}").isProblem(404, "store-unknown");
  }
}
