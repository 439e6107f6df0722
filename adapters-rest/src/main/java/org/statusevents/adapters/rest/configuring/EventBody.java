package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.StoreEvent;

/// Reads the definition of a store's own event.
final class EventBody {
  private static final int NAME_LENGTH_MAX = 100;
  private static final int DESCRIPTION_LENGTH_MAX = 500;

  private EventBody() {}

  /// Ends the request with all that is wrong, with the event's key too.
  static StoreEvent read(String key, JsonNode document) {
    Findings findings = new Findings();
    StoreEvent.problemWithKey(key).ifPresent(problem -> findings.add("/event", problem));
    Fields fields = Fields.of(document, findings);
    Optional<String> name = fields.required("name").text(NAME_LENGTH_MAX);
    Optional<EventScope> scope = fields.required("scope").choice(Words.all(EventScope.class));
    Optional<String> description = fields.optional("description").textIfAny(DESCRIPTION_LENGTH_MAX);
    fields.noOthers();
    findings.refuseIfAny();
    return new StoreEvent(key, name.orElseThrow(), scope.orElseThrow(), description.orElse(""));
  }
}
