package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.rule.StatusRule;

/// What a client sets of a row: the cells it names, where `null` clears.
record RuleBody(Cell itemLabel, Cell orderLabel, Optional<Boolean> notifies) {

  /// A label column; not `named` leaves it as it is.
  record Cell(boolean named, Optional<LabelText> label) {
    Optional<LabelText> over(Optional<LabelText> present) {
      return named ? label : present;
    }
  }

  static RuleBody read(JsonNode document) {
    Findings findings = new Findings();
    Fields fields = Fields.of(document, findings);
    RuleBody body =
        new RuleBody(
            cell(fields, "itemLabel"),
            cell(fields, "orderLabel"),
            fields.optional("notify").bool());
    fields.noOthers();
    findings.refuseIfAny();
    return body;
  }

  private static Cell cell(Fields fields, String name) {
    return new Cell(
        fields.names(name), fields.optional(name).word(LabelText::problemWith, LabelText::new));
  }

  /// The row as it is to be; ends the request where a label cannot stand there, naming each.
  StatusRule over(StoreConfiguration configuration, EventType event) {
    StatusRule present = configuration.rules().rule(event);
    Optional<LabelText> item = itemLabel.over(present.itemLabel());
    Optional<LabelText> order = orderLabel.over(present.orderLabel());
    Findings findings = new Findings();
    check(configuration, event, "/itemLabel", item, findings);
    check(configuration, event, "/orderLabel", order, findings);
    findings.refuseIfAny();
    return new StatusRule(event, item, order, notifies.orElse(present.notifies()));
  }

  private static void check(
      StoreConfiguration configuration,
      EventType event,
      String pointer,
      Optional<LabelText> label,
      Findings findings) {
    if (label.isPresent() && event.isManualChange()) {
      findings.add(pointer, event.key() + " carries its label itself (expected: null)");
    } else if (label.isPresent() && !configuration.labels().canBeChosen(label.get())) {
      findings.add(pointer, notInList(label.get()));
    }
  }

  /// The problem where `label` vanished after it was checked.
  static Problem labelUnknown(StatusRule rule, LabelText label) {
    String pointer =
        rule.itemLabel().filter(label::equals).isPresent() ? "/itemLabel" : "/orderLabel";
    return Problem.invalid(pointer, notInList(label));
  }

  private static String notInList(LabelText label) {
    return "\"" + label + "\" (expected: a label of the store's list that is not archived)";
  }
}
