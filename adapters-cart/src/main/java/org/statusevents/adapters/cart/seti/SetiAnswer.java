package org.statusevents.adapters.cart.seti;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.statusevents.adapters.cart.http.Redaction;
import org.statusevents.domain.delivery.Reply;

/// Reads what SETI scripts answer (R41): `SETIResponse: update=OK;Notes=` and `SETIResponse=OK;` in
/// any case, their refusals with a reason, `SETIError`, and XML with a response code. A refusal
/// that is understood is one; anything else leaves open what became of the update.
final class SetiAnswer {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final Pattern RESPONSE =
      Pattern.compile("SETIResponse\\s*(?::\\s*update\\s*)?=\\s*(OK|False)(?![^;\\s])(.*)", FLAGS);
  private static final Pattern REASON = Pattern.compile("[;\\s]+Notes?\\s*=(.*)", FLAGS);
  private static final Pattern ERROR = Pattern.compile("SETIError\\s*[:=](.*)", FLAGS);
  private static final Pattern SPOKEN = Pattern.compile("SETI\\w+\\s*[:=].*", FLAGS);
  private static final String XML_FAILURE = "3";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String text;
  private final Redaction redaction;

  SetiAnswer(String answer, Redaction redaction) {
    String stripped = answer.strip();
    text =
        stripped.startsWith(BYTE_ORDER_MARK)
            ? stripped.substring(BYTE_ORDER_MARK.length()).strip()
            : stripped;
    this.redaction = redaction;
  }

  /// What it means as an answer to `updatestatus`.
  Reply toUpdate() {
    Matcher response = RESPONSE.matcher(text);
    if (!response.matches()) {
      return refusal()
          .orElseGet(() ->
              new Reply.Unavailable(
                  notUnderstood("the answer does not say what became of the update: ")));
    }
    return response.group(1).equalsIgnoreCase("OK")
        ? new Reply.Accepted(redaction.words(text))
        : new Reply.Refused(reason(response.group(2)));
  }

  /// What it means as an answer to `sendversion`, whose form differs from script to script.
  Reply toVersion() {
    return refusal()
        .orElseGet(() ->
            SPOKEN.matcher(text).matches() || elements().containsKey("ResponseCode")
                ? new Reply.Accepted(redaction.words(text))
                : new Reply.Refused(notUnderstood("not an answer of a SETI script: ")));
  }

  private Optional<Reply> refusal() {
    Matcher error = ERROR.matcher(text);
    if (error.matches()) {
      return Optional.of(new Reply.Refused(wordsOr(error.group(1))));
    }
    Map<String, String> elements = elements();
    return XML_FAILURE.equals(elements.get("ResponseCode"))
        ? Optional.of(new Reply.Refused(wordsOr(elements.getOrDefault("ResponseDescription", ""))))
        : Optional.empty();
  }

  private String reason(String rest) {
    Matcher reason = REASON.matcher(rest);
    return wordsOr(reason.matches() ? reason.group(1).strip().replaceFirst(";$", "") : "");
  }

  private String wordsOr(String said) {
    String words = redaction.words(said);
    return words.isEmpty() ? redaction.words(text) : words;
  }

  private String notUnderstood(String why) {
    return text.isEmpty() ? "the answer is empty" : redaction.words(why + text);
  }

  /// The texts of the elements that hold nothing but text, by name in any case; none where it is no
  /// XML.
  private Map<String, String> elements() {
    Map<String, String> elements = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (!text.startsWith("<")) {
      return elements;
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      String element = "";
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamReader.START_ELEMENT -> element = xml.getLocalName();
          case XMLStreamReader.CHARACTERS -> elements.putIfAbsent(element, xml.getText().strip());
          default -> element = "";
        }
      }
      return elements;
    } catch (XMLStreamException e) {
      return Map.of();
    }
  }
}
