package org.statusevents.adapters.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object. Reads field by field; what is wrong is added to the findings. End
/// with [#noOthers].
public final class Fields {
  private final JsonNode object;
  private final String pointer;
  private final Findings findings;
  private final boolean confidential;
  private final Set<String> asked = new HashSet<>();

  Fields(JsonNode object, String pointer, Findings findings, boolean confidential) {
    this.object = object;
    this.pointer = pointer;
    this.findings = findings;
    this.confidential = confidential;
  }

  /// The fields of a whole document; of none, with a finding, where it is not an object.
  public static Fields of(JsonNode document, Findings findings) {
    return new Field(document, "", findings, false).object();
  }

  /// A field that must be there; JSON's `null` is not.
  public Field required(String name) {
    Field field = optional(name);
    if (!field.isPresent() && object.isObject()) {
      findings.add(field.pointer(), name + ": missing");
    }
    return field;
  }

  /// A field that may be left out, or be `null`.
  public Field optional(String name) {
    asked.add(name);
    @Nullable JsonNode value = object.get(name);
    boolean absent = value == null || value.isNull();
    return new Field(absent ? null : value, pointer + "/" + escaped(name), findings, confidential);
  }

  /// The fields of an object with names of the client's own, at most `max`; a JSON `null` is an
  /// absent field.
  public Map<String, Field> entries(int max) {
    if (object.size() > max) {
      findings.add(pointer, object.size() + " fields (expected: at most " + max + ")");
      return Map.of();
    }
    Map<String, Field> entries = new LinkedHashMap<>();
    object.fieldNames().forEachRemaining(name -> entries.put(name, optional(name)));
    return entries;
  }

  /// True where the field is there, `null` included.
  public boolean names(String name) {
    return object.has(name);
  }

  public String pointer() {
    return pointer;
  }

  public Findings findings() {
    return findings;
  }

  /// Reports the fields that nobody asked for.
  public void noOthers() {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      if (!asked.contains(name)) {
        findings.add(pointer + "/" + escaped(name), "unknown field");
      }
    }
  }

  /// A name as a part of a JSON pointer.
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
