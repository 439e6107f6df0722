package org.statusevents.adapters.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.statusevents.domain.text.PlainText;

/// One value of a body, perhaps absent. Each reader answers empty where it is absent, and empty
/// with a finding where it is not what is asked for.
public final class Field {
  private static final int SHOWN_LENGTH_MAX = 60;

  private final @Nullable JsonNode value;
  private final String pointer;
  private final Findings findings;
  private final boolean confidential;

  Field(@Nullable JsonNode value, String pointer, Findings findings, boolean confidential) {
    this.value = value;
    this.pointer = pointer;
    this.findings = findings;
    this.confidential = confidential;
  }

  /// This field as one whose value, and all within, no finding shows: a secret, or a person's.
  public Field confidential() {
    return new Field(value, pointer, findings, true);
  }

  public boolean isPresent() {
    return value != null;
  }

  /// This field, with a finding where it is absent.
  public Field required() {
    if (value == null) {
      findings.add(pointer, "null (expected: a value)");
    }
    return this;
  }

  public String pointer() {
    return pointer;
  }

  /// True where the value is exactly that text.
  public boolean is(String text) {
    return value != null && value.isTextual() && value.textValue().equals(text);
  }

  public boolean isObject() {
    return value != null && value.isObject();
  }

  /// Text of at most `lengthMax` characters, stripped; line breaks and tabs are its only control
  /// characters. Blank is refused.
  public Optional<String> text(int lengthMax) {
    Optional<String> text = textOrBlank(lengthMax);
    if (text.isPresent() && text.get().isEmpty()) {
      findings.add(pointer, "blank (expected: 1.." + lengthMax + " characters)");
      return Optional.empty();
    }
    return text;
  }

  /// As [#text], where blank is as good as absent.
  public Optional<String> textIfAny(int lengthMax) {
    return textOrBlank(lengthMax).filter(text -> !text.isEmpty());
  }

  /// A word that `problemWith` finds nothing wrong with, made into what it stands for.
  public <T> Optional<T> word(
      Function<String, Optional<String>> problemWith, Function<String, T> make) {
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      return wrong("text");
    }
