package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.statusevents.adapters.rest.json.Field;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;

/// What a client sets of a label.
record LabelBody(
    Optional<LabelKind> kind,
    Optional<String> color,
    Optional<Map<String, String>> publicText,
    Optional<Boolean> hidden,
    Optional<Boolean> archived) {
  private static final int LANGUAGES_MAX = 50;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

  /// Ends the request with all that is wrong, with the label's text too.
  static LabelBody read(String text, JsonNode document) {
    Findings findings = new Findings();
    LabelText.problemWith(text).ifPresent(problem -> findings.add("/text", problem));
    Fields fields = Fields.of(document, findings);
    LabelBody body =
        new LabelBody(
            fields.optional("kind").choice(Words.all(LabelKind.class)),
            fields.optional("color").word(StatusLabel::problemWithColor, Function.identity()),
            publicText(fields.optional("publicText")),
            fields.optional("hidden").bool(),
            fields.optional("archived").bool());
    fields.noOthers();
    findings.refuseIfAny();
    return body;
  }

  private static Optional<Map<String, String>> publicText(Field field) {
    if (!field.isPresent()) {
      return Optional.empty();
    }
    Map<String, String> texts = new HashMap<>();
    Fields fields = field.object();
    fields
        .entries(LANGUAGES_MAX)
        .forEach((language, text) -> {
          if (!LANGUAGE.matcher(language).matches()) {
            fields.findings().add(text.pointer(), "(expected: a language tag such as de or pt-BR)");
          }
          text.required()
              .text(StatusLabel.PUBLIC_TEXT_LENGTH_MAX)
              .ifPresent(value -> texts.put(language, value));
        });
    return Optional.of(texts);
  }

  StatusLabel over(LabelText text, Optional<StatusLabel> before) {
    StatusLabel base = before.orElseGet(() -> StatusLabel.of(text.value(), LabelKind.OTHER));
    return new StatusLabel(
        text,
        kind.orElse(base.kind()),
        color.orElse(base.color()),
        publicText.orElse(base.publicText()),
        hidden.orElse(base.hidden()),
        archived.orElse(base.archived()));
  }
}
