package org.statusevents.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The figures of one run in the order in which they were measured, with what they were measured on
/// and what must be known to read them. Safe for many threads.
public final class Report {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> HEADS =
      List.of("figure", "value", "unit", "ratio", "target", "met", "measured");

  private final Map<String, String> conditions = new LinkedHashMap<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /// What the run was made on: a machine, a version, an option.
  public synchronized void condition(String name, String text) {
    conditions.put(name, text);
  }

  public synchronized void add(Figure figure) {
    figures.add(figure);
  }

  /// What a reader must know, such as what could not be measured and why.
  public synchronized void note(String text) {
    notes.add(text);
  }

  public synchronized Optional<Double> value(String name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .map(Figure::value)
        .reduce((_, last) -> last);
  }

  public synchronized String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    figures.forEach(figure -> rows.add(row(figure)));
    int[] widths = new int[HEADS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    conditions.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    text.append('\n');
    rows.forEach(row -> append(text, row, widths));
    notes.forEach(note -> text.append("\nNote: ").append(note));
    return text.append(notes.isEmpty() ? "" : "\n").toString();
  }

  private static List<String> row(Figure figure) {
    return List.of(
        figure.name(),
        Numbers.plain(figure.value()),
        figure.unit(),
        figure.ratio().map(r -> Numbers.plain(r.value()) + " x " + r.to()).orElse(""),
        figure.target().map(Figure.Target::text).orElse(""),
        figure.target().map(target -> target.met() ? "yes" : "NO").orElse(""),
        figure.how());
  }

  /// Numbers to the right, words to the left.
  private static void append(StringBuilder text, List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String gap = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 1 ? gap + row.get(i) : row.get(i) + gap).append("  ");
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  public synchronized String json() {
    ObjectNode document = MAPPER.createObjectNode();
    ObjectNode made = document.putObject("conditions");
    conditions.forEach(made::put);
    var list = document.putArray("figures");
    figures.forEach(figure -> list.add(json(figure)));
    var said = document.putArray("notes");
    notes.forEach(said::add);
    return document.toPrettyString() + "\n";
  }

  private static JsonNode json(Figure figure) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("name", figure.name())
            .put("value", figure.value())
            .put("unit", figure.unit())
            .put("measured", figure.how());
    figure.ratio().ifPresent(r -> node.put("ratio", r.value()).put("ratioTo", r.to()));
    figure.target().ifPresent(t -> node.put("target", t.text()).put("met", t.met()));
    return node;
  }
}
