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
    String text = value.textValue();
    Optional<String> problem = PlainText.problemWith(text).or(() -> problemWith.apply(text));
    if (problem.isPresent()) {
      findings.add(pointer, problem.get());
      return Optional.empty();
    }
    return Optional.of(make.apply(text));
  }

  /// What `find` knows under the word; `expected` says what that would be.
  public <T> Optional<T> known(Function<String, Optional<T>> find, String expected) {
    if (value == null) {
      return Optional.empty();
    }
    Optional<T> found = value.isTextual() ? find.apply(value.textValue()) : Optional.empty();
    return found.isPresent() ? found : wrong(expected);
  }

  /// One of the given words.
  public <T> Optional<T> choice(Map<String, T> words) {
    return known(
        word -> Optional.ofNullable(words.get(word)),
        "one of " + String.join(", ", words.keySet().stream().sorted().toList()));
  }

  public OptionalInt integer(int min, int max) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < min
        || value.intValue() > max) {
      findings.add(pointer, shown() + " (expected: a whole number, " + min + ".." + max + ")");
      return OptionalInt.empty();
    }
    return OptionalInt.of(value.intValue());
  }

  public Optional<Boolean> bool() {
    if (value == null) {
      return Optional.empty();
    }
    return value.isBoolean() ? Optional.of(value.booleanValue()) : wrong("true or false");
  }

  /// A calendar date such as 2026-02-28, from 1970 to 2999.
  public Optional<LocalDate> date() {
    if (value == null) {
      return Optional.empty();
    }
    String expected = "a date such as 2026-02-28";
    if (!value.isTextual()) {
      return wrong(expected);
    }
    try {
      LocalDate date = LocalDate.parse(value.textValue());
      return date.getYear() >= 1970 && date.getYear() <= 2999
          ? Optional.of(date)
          : wrong("a date from 1970 to 2999");
    } catch (DateTimeException _) {
      return wrong(expected);
    }
  }

  /// A moment such as 2026-02-28T12:00:00Z, with any offset, from 1970 to 2999.
  public Optional<Instant> instant() {
    if (value == null) {
      return Optional.empty();
    }
    String expected = "a time such as 2026-02-28T12:00:00Z";
    if (!value.isTextual()) {
      return wrong(expected);
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(value.textValue());
      return time.getYear() >= 1970 && time.getYear() <= 2999
          ? Optional.of(time.toInstant())
          : wrong("a time from 1970 to 2999");
    } catch (DateTimeException _) {
      return wrong(expected);
    }
  }

  /// The fields of an object; of none where it is absent or no object.
  public Fields object() {
    if (value != null && value.isObject()) {
      return new Fields(value, pointer, findings, confidential);
    }
    if (value != null) {
      findings.add(pointer, shown() + " (expected: an object)");
    }
    return new Fields(MissingNode.getInstance(), pointer, findings, confidential);
  }

  /// As [#object], where absent is as good as an object without fields.
  public Fields objectOrEmpty() {
    return value == null
        ? new Fields(JsonNodeFactory.instance.objectNode(), pointer, findings, confidential)
        : object();
  }

  /// The elements of an array of `min`..`max`; none where it is absent or no such array.
  public List<Field> elements(int min, int max) {
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() < min || value.size() > max) {
      findings.add(
          pointer,
          (value.isArray() ? value.size() + " elements" : shown())
              + " (expected: an array of "
              + min
              + ".."
              + max
              + ")");
      return List.of();
    }
    List<Field> elements = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      elements.add(new Field(value.get(i), pointer + "/" + i, findings, confidential));
    }
    return elements;
  }

  private Optional<String> textOrBlank(int lengthMax) {
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      return wrong("text");
    }
    String text = value.textValue().strip();
    if (text.length() > lengthMax) {
      findings.add(pointer, text.length() + " characters (expected: at most " + lengthMax + ")");
      return Optional.empty();
    }
    Optional<String> flaw = PlainText.problemWith(text);
    flaw.ifPresent(what -> findings.add(pointer, what));
    return flaw.isPresent() ? Optional.empty() : Optional.of(text);
  }

  private <T> Optional<T> wrong(String expected) {
    findings.add(pointer, shown() + " (expected: " + expected + ")");
    return Optional.empty();
  }

  private String shown() {
    if (confidential) {
      return "something else";
    }
    String text = String.valueOf(value);
    return text.length() <= SHOWN_LENGTH_MAX ? text : text.substring(0, SHOWN_LENGTH_MAX) + "...";
  }
}
