package org.statusevents.adapters.rest.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.statusevents.adapters.rest.json.Field;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.EventData.LineRevision;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.Quantities;

/// Reads what changed about lines: a list of `{line, sku?, name?, quantity?}`, or one set of fields
/// for the lines named beside it.
final class RevisionBody {
  private final Fields data;

  RevisionBody(Fields data) {
    this.data = data;
  }

  Optional<EventData> read() {
    Field changes = data.required("changes");
    List<LineRevision> revisions = changes.isObject() ? oneForLines(changes) : onePerLine(changes);
    return revisions.isEmpty()
        ? Optional.empty()
        : Optional.of(new EventData.LinesRevised(revisions));
  }

  private static List<LineRevision> onePerLine(Field changes) {
    List<LineRevision> revisions = new ArrayList<>();
    for (Field element : changes.elements(1, OrderImport.LINES_MAX)) {
      Fields fields = element.object();
      OptionalInt line = fields.required("line").integer(1, NewLine.LINE_MAX);
      Optional<LineRevision> revision = revision(element, fields);
      if (line.isPresent() && revision.isPresent()) {
        revisions.add(of(line.getAsInt(), revision.get()));
      }
    }
    return revisions;
  }

  private List<LineRevision> oneForLines(Field changes) {
    Fields changed = changes.object();
    Field ownLine = changed.optional("line");
    List<Integer> lines = new ArrayList<>();
    if (ownLine.isPresent()) {
      ownLine.integer(1, NewLine.LINE_MAX).ifPresent(lines::add);
    } else {
      for (Field element : data.required("lines").elements(1, OrderImport.LINES_MAX)) {
        Fields fields = element.object();
        fields.required("line").integer(1, NewLine.LINE_MAX).ifPresent(lines::add);
        fields.noOthers();
      }
    }
    return revision(changes, changed)
        .map(revision -> lines.stream().map(line -> of(line, revision)).toList())
        .orElse(List.of());
  }

  /// The changed fields, for a line yet to be named.
  private static Optional<LineRevision> revision(Field place, Fields fields) {
    Optional<String> sku = fields.optional("sku").text(NewLine.SKU_LENGTH_MAX);
    Optional<String> name = fields.optional("name").text(NewLine.NAME_LENGTH_MAX);
    OptionalInt quantity = fields.optional("quantity").integer(1, Quantities.ORDERED_MAX);
    fields.noOthers();
    if (sku.isEmpty() && name.isEmpty() && quantity.isEmpty()) {
      fields.findings().add(place.pointer(), "changes nothing (expected: sku, name or quantity)");
      return Optional.empty();
    }
    return Optional.of(new LineRevision(0, sku, name, quantity));
  }

  private static LineRevision of(int line, LineRevision changed) {
    return new LineRevision(line, changed.sku(), changed.name(), changed.quantity());
  }
}
