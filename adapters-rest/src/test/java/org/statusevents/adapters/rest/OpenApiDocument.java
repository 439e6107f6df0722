package org.statusevents.adapters.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The OpenAPI document as tests ask it.
final class OpenApiDocument {
  static final OpenApiDocument THE_DOCUMENT = read();

  private final JsonNode root;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<JsonNode, Schema> schemas = new HashMap<>();

  private OpenApiDocument(JsonNode root) {
    this.root = root;
  }

  private static OpenApiDocument read() {
    try (InputStream resource = OpenApiDocument.class.getResourceAsStream("openapi.json")) {
      return new OpenApiDocument(new JsonMapper().readTree(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An operation, by its method in capitals and its path as written in the document.
  record Operation(String method, String path, JsonNode json) {}

  JsonNode root() {
    return root;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method ->
                    operations.add(
                        new Operation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            method.getValue()))));
    return operations;
  }

  /// The operation that answers a request; paths without placeholders come first.
  Optional<Operation> find(String method, String path) {
    return operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> fits(operation.path().split("/", -1), path.split("/", -1)))
        .min((a, b) -> Long.compare(placeholders(a), placeholders(b)));
  }

  private static boolean fits(String[] template, String[] path) {
    boolean fits = template.length == path.length;
    for (int i = 0; fits && i < path.length; i++) {
      fits = template[i].startsWith("{") ? !path[i].isEmpty() : template[i].equals(path[i]);
    }
    return fits;
  }

  private static long placeholders(Operation operation) {
    return operation.path().chars().filter(c -> c == '{').count();
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
  }

  /// The parameters of an operation that stand in the query.
  List<JsonNode> queryParameters(Operation operation) {
    return operation
        .json()
        .path("parameters")
        .valueStream()
        .map(this::resolved)
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .toList();
  }

  /// What `schema`, a part of this document, finds wrong with `instance`.
  List<String> problems(JsonNode schema, JsonNode instance) {
    return schemas
        .computeIfAbsent(schema, this::compiled)
        .validate(
            instance,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private Schema compiled(JsonNode schema) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", root.path("components"));
    return registry.getSchema(whole);
  }
}
