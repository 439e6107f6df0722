package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// JSON as rows hold it. What is absent is left out, never null.
public final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final int TEXT_LENGTH_USUAL = 512;

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  public static <T> ArrayNode array(List<T> items, Function<T, JsonNode> write) {
    ArrayNode array = MAPPER.createArrayNode();
    items.forEach(item -> array.add(write.apply(item)));
    return array;
  }

  public static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    List<T> items = new ArrayList<>(array.size());
    array.forEach(item -> items.add(read.apply(item)));
    return items;
  }

  /// What a column holds; null for nothing.
  public static @Nullable String orNull(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  public static void putText(ObjectNode object, String name, Optional<?> value) {
    value.ifPresent(present -> object.put(name, present.toString()));
  }

  public static Optional<String> text(JsonNode object, String name) {
    return Optional.ofNullable(object.get(name)).map(JsonNode::textValue);
  }

  public static <T> Optional<T> text(JsonNode object, String name, Function<String, T> read) {
    return text(object, name).map(read);
  }

  public static OptionalInt number(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value.intValue());
  }

  /// The member of that name, which must be there.
  public static JsonNode required(JsonNode object, String name) {
    return Optional.ofNullable(object.get(name))
        .orElseThrow(() -> new IllegalArgumentException("stored document: no \"" + name + "\""));
  }

  public static String requiredText(JsonNode object, String name) {
    return text(object, name)
        .orElseThrow(
            () -> new IllegalArgumentException("stored document: no text \"" + name + "\""));
  }

  public static int requiredNumber(JsonNode object, String name) {
    return required(object, name).intValue();
  }

  /// The time as precisely as the database keeps times, so that both say the same.
  public static Instant storedTime(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  public static String write(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document that cannot be written", e);
    }
  }

  /// The document that `writing` writes, without a tree of it.
  static String text(Writing writing) {
    StringWriter text = new StringWriter(TEXT_LENGTH_USUAL);
    try (JsonGenerator out = MAPPER.createGenerator(text)) {
      writing.to(out);
    } catch (IOException e) {
      throw new IllegalStateException("a document that cannot be written", e);
    }
    return text.toString();
  }

  interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  /// The items as an array.
  static <T> String text(List<T> items, ItemWriting<T> writing) {
    return text(out -> write(out, items, writing));
  }

  static <T> void write(JsonGenerator out, String name, List<T> items, ItemWriting<T> writing)
      throws IOException {
    out.writeFieldName(name);
    write(out, items, writing);
  }

  private static <T> void write(JsonGenerator out, List<T> items, ItemWriting<T> writing)
      throws IOException {
    out.writeStartArray();
    for (T item : items) {
      writing.to(out, item);
    }
    out.writeEndArray();
  }

  interface ItemWriting<T> {
    void to(JsonGenerator out, T item) throws IOException;
  }

  static void write(JsonGenerator out, String name, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, value.get().toString());
    }
  }

  /// The text as it stands between the quotes of a document.
  public static String quoted(String text) {
    String withQuotes = write(MAPPER.getNodeFactory().textNode(text));
    return withQuotes.substring(1, withQuotes.length() - 1);
  }

  public static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored document that cannot be read", e);
    }
  }
}
