package org.statusevents.bootstrap.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.statusevents.bootstrap.client.ApiAnswer;
import org.statusevents.bootstrap.client.ApiClient;
import org.statusevents.bootstrap.client.ApiUnavailable;
import org.statusevents.bootstrap.importing.ImportMapping.SourceFile;
import org.statusevents.bootstrap.importing.ImportReport.Fate;
import org.statusevents.bootstrap.settings.PropertyFile;

/// Brings the orders of CSV files into a store. Running it again changes nothing that went in
/// before.
public final class CsvImport {
  private static final int CONNECTIONS = 16;
  private static final int CHUNK = 100;

  private final ApiClient service;
  private final String store;
  private final PrintStream progress;
  private final ImportReport report;

  /// Rows that did not go in, and the summary, go to `out`; how far it is to `progress`.
  public CsvImport(ApiClient service, String store, PrintStream out, PrintStream progress) {
    this.service = service;
    this.store = store;
    this.progress = progress;
    this.report = new ImportReport(out);
  }

  /// Answers whether every row went in. `products` and `customers` may be missing from `paths`,
  /// which are named as the command's options. Throws [ImportRefused] where it cannot begin, and
  /// [ApiUnavailable] where the service does not let it go on; what went in until then stays.
  public boolean run(Map<String, Path> paths, Path mappingFile) {
    List<String> problems = new ArrayList<>();
    Map<String, String> entries = PropertyFile.read(mappingFile, problems);
    if (!problems.isEmpty()) {
      throw new ImportRefused(problems);
    }
    ImportMapping mapping = MappingReader.read(entries);
    List<CsvOrder> orders = new OrderFiles(byFile(paths), mapping, report).read();
    try (ExecutorService connections =
        Executors.newFixedThreadPool(CONNECTIONS, Thread.ofVirtual().factory())) {
      bringIn(orders, connections);
    } finally {
      report.summarize();
    }
    return report.complete();
  }

  /// Chunk by chunk; the next one's orders are on their way while this one's events are told.
  private void bringIn(List<CsvOrder> orders, ExecutorService connections) {
    try {
      List<Future<ApiAnswer>> underWay = send(orders, 0, connections);
      for (int from = 0; from < orders.size(); from += CHUNK) {
        int to = from + underWay.size();
        List<Future<ApiAnswer>> next = send(orders, to, connections);
        settle(orders.subList(from, to), underWay);
        progress.println(to + " of " + orders.size() + " orders");
        underWay = next;
      }
    } catch (ApiUnavailable e) {
      List<Runnable> _ = connections.shutdownNow();
      throw e;
    }
  }

  private static Map<SourceFile, Path> byFile(Map<String, Path> paths) {
    Map<SourceFile, Path> byFile = new EnumMap<>(SourceFile.class);
    for (SourceFile file : SourceFile.values()) {
      Path path = paths.get(file.text());
      if (path != null) {
        CsvFile.mustBeReadable(path);
        byFile.put(file, path);
      }
    }
    return byFile;
  }

  private List<Future<ApiAnswer>> send(
      List<CsvOrder> orders, int from, ExecutorService connections) {
    List<Future<ApiAnswer>> answers = new ArrayList<>();
    for (CsvOrder order : orders.subList(from, Math.min(from + CHUNK, orders.size()))) {
      answers.add(
          connections.submit(() ->
              service.put(
                  path("/orders/" + ApiClient.segment(order.number())),
                  ImportBodies.order(order))));
    }
    return answers;
  }

  private void settle(List<CsvOrder> orders, List<Future<ApiAnswer>> answers) {
    List<CsvOrder> there = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      if (wentIn(orders.get(i), result(answers.get(i)))) {
        there.add(orders.get(i));
      }
    }
    followUp(there);
  }

  private static ApiAnswer result(Future<ApiAnswer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiUnavailable("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ApiUnavailable away) {
        throw away;
      }
      throw new IllegalStateException("an order could not be sent", e.getCause());
    }
  }

  /// True where the order is in the store now, from this run or an earlier one.
  private boolean wentIn(CsvOrder order, ApiAnswer answer) {
    return switch (answer.status()) {
      case 200 -> is(order, Fate.ALREADY_THERE);
      case 201 -> is(order, Fate.IMPORTED);
      case 401, 403, 404, 429, 503 -> throw new ApiUnavailable(answer.problem(), null);
      default -> {
        report.wrong(SourceFile.ORDERS, order.place(), reasonOf(order, answer));
        order
            .lines()
            .forEach(line ->
                report.skipped(
                    SourceFile.LINES,
                    line.place(),
                    "its order " + order.number() + " was refused: " + order.place()));
        yield false;
      }
    };
  }

  private boolean is(CsvOrder order, Fate fate) {
    report.went(SourceFile.ORDERS, fate, 1);
    report.went(SourceFile.LINES, fate, order.lines().size());
    return true;
  }

  /// The service's own words, with the row of a line where they are about one.
  private static String reasonOf(CsvOrder order, ApiAnswer answer) {
    if (answer.status() == 409) {
      return "order " + order.number() + " is in the store with another content";
    }
    List<String> details = new ArrayList<>();
    for (JsonNode error : answer.body().path("errors")) {
      String pointer = error.path("pointer").asText("");
      details.add(pointer + " " + error.path("detail").asText(""));
    }
    return details.isEmpty() ? answer.problem() : String.join("; ", details);
  }

  /// Shipped orders were approved and shipped; the ids come from the order number, so that telling
  /// it again does nothing.
  private void followUp(List<CsvOrder> orders) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    List<CsvOrder> owners = new ArrayList<>();
    for (CsvOrder order : orders) {
      for (JsonNode operation : ImportBodies.followUps(order)) {
        operations.add(operation);
        owners.add(order);
      }
    }
    if (operations.isEmpty()) {
      return;
    }
    ApiAnswer answer = service.post(path("/operations/batch"), operations);
    if (!answer.succeeded()) {
      throw new ApiUnavailable(answer.problem(), null);
    }
    JsonNode items = answer.body().path("items");
    for (int i = 0; i < owners.size(); i++) {
      JsonNode item = items.path(i);
      switch (item.path("status").asText("")) {
        case "applied" -> report.event("applied");
        case "duplicate" -> report.event("applied before");
        default ->
            report.eventRefused(
                owners.get(i).place(), new ApiAnswer(422, item.path("problem")).problem());
      }
    }
  }

  private String path(String rest) {
    return "/stores/" + ApiClient.segment(store) + rest;
  }
}
