package org.statusevents.adapters.rest.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.statusevents.adapters.rest.json.Field;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.EventData.LineRevision;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.Quantities;

/// Reads what changed about lines: a list of `{line, sku?, name?, quantity?}`, or one set of fields
/// for the lines named beside it.
final class RevisionBody {
  private static final String LINES = "lines";

  private final Fields data;

  RevisionBody(Fields data) {
    this.data = data;
  }

  /// As [EventDataBody#read].
  Optional<EventData> read() {
    Field changes = data.required("changes");
    return changes.isObject() ? alike(changes) : onePerLine(changes);
  }

  private Optional<EventData> onePerLine(Field changes) {
    List<Field> elements = changes.elements(1, OrderImport.LINES_MAX);
    List<LineRevision> revisions = new ArrayList<>();
    for (Field element : elements) {
      Fields fields = element.object();
      OptionalInt line = fields.required("line").integer(1, NewLine.LINE_MAX);
      Changed changed = changed(element, fields);
      line.ifPresent(number -> revisions.add(changed.of(number)));
    }
    checkLinesBeside(revisions);
    return LinesBody.ifWhole(revisions, elements).map(EventData.LinesRevised::new);
  }

  /// Lines need not be named beside changes that name their own; if they are, it is the same ones.
  private void checkLinesBeside(List<LineRevision> revisions) {
    Field lines = data.optional(LINES);
    if (lines.isPresent()
        && LinesBody.selection(lines).orElse(null) instanceof LineSelection.SomeLines some) {
      Set<Integer> changed = new HashSet<>();
      revisions.forEach(revision -> changed.add(revision.line()));
      for (int i = 0; i < some.lines().size(); i++) {
        if (!changed.contains(some.lines().get(i).line())) {
          data.findings()
              .add(lines.pointer() + "/" + i + "/line", "(expected: a line that changes name)");
        }
      }
    }
  }

  private Optional<EventData> alike(Field changes) {
    Fields fields = changes.object();
    Field ownLine = fields.optional("line");
    if (ownLine.isPresent()) {
      OptionalInt line = ownLine.integer(1, NewLine.LINE_MAX);
      Changed changed = changed(changes, fields);
      return line.isPresent()
          ? Optional.of(new EventData.LinesRevised(List.of(changed.of(line.getAsInt()))))
          : Optional.empty();
    }
    Optional<LineSelection> lines = LinesBody.selection(data.required(LINES));
    Changed changed = changed(changes, fields);
    return lines.map(selected ->
        new EventData.LinesRevisedAlike(selected, changed.sku, changed.name, changed.quantity));
  }

  private static Changed changed(Field place, Fields fields) {
    Field sku = fields.optional("sku");
    Field name = fields.optional("name");
    Field quantity = fields.optional("quantity");
    Changed changed =
        new Changed(
            sku.text(NewLine.SKU_LENGTH_MAX),
            name.text(NewLine.NAME_LENGTH_MAX),
            quantity.integer(1, Quantities.ORDERED_MAX));
    fields.noOthers();
    if (!sku.isPresent() && !name.isPresent() && !quantity.isPresent()) {
      fields.findings().add(place.pointer(), "changes nothing (expected: sku, name or quantity)");
    }
    return changed;
  }

  private record Changed(Optional<String> sku, Optional<String> name, OptionalInt quantity) {
    LineRevision of(int line) {
      return new LineRevision(line, sku, name, quantity);
    }
  }
}
