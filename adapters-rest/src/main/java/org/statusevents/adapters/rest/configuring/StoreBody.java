package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.Optional;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.configuration.UpdateMode;

/// The settings that a client names; the others stay as they are.
record StoreBody(
    Optional<String> name,
    Optional<ZoneId> timeZone,
    Optional<Boolean> statusUpdatesEnabled,
    Optional<UpdateMode> updateMode,
    Optional<Boolean> relabelClosedLines,
    Optional<Boolean> sendToOrderStatusSystem) {

  /// Ends the request with all that is wrong, with the store's id too.
  static StoreBody read(String store, JsonNode document) {
    Findings findings = new Findings();
    StoreId.problemWith(store).ifPresent(problem -> findings.add("/store", problem));
    Fields fields = Fields.of(document, findings);
    StoreBody body =
        new StoreBody(
            fields.optional("name").text(StoreSettings.NAME_LENGTH_MAX),
            fields.optional("timeZone").word(StoreBody::problemWithZone, ZoneId::of),
            fields.optional("statusUpdatesEnabled").bool(),
            fields.optional("updateMode").choice(Words.all(UpdateMode.class)),
            fields.optional("relabelClosedLines").bool(),
            fields.optional("sendToOrderStatusSystem").bool());
    fields.noOthers();
    findings.refuseIfAny();
    return body;
  }

  StoreSettings over(StoreId store, Optional<StoreSettings> before) {
    StoreSettings base = before.orElseGet(() -> StoreSettings.defaults(store.value()));
    return new StoreSettings(
        name.orElse(base.name()),
        timeZone.orElse(base.timeZone()),
        statusUpdatesEnabled.orElse(base.statusUpdatesEnabled()),
        updateMode.orElse(base.updateMode()),
        relabelClosedLines.orElse(base.relabelClosedLines()),
        sendToOrderStatusSystem.orElse(base.sendToOrderStatusSystem()));
  }

  private static Optional<String> problemWithZone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.empty()
        : Optional.of("(expected: a time zone such as Europe/Vienna or UTC)");
  }
}
