package org.statusevents.adapters.rest.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// Writes an OpenAPI document as one plain page that asks nobody else for anything.
final class DocumentationPage {
  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1d2733 }
      h2 { margin-top: 3rem; border-bottom: 1px solid #c8d0d9 }
      article { margin: 1.5rem 0 }
      code, pre { font: 14px/1.45 ui-monospace, monospace }
      pre { background: #f3f5f8; padding: .75rem; overflow-x: auto }
      h3 code { background: #e4ecf5; padding: .1rem .4rem; margin-right: .4rem }
      table { border-collapse: collapse } td { padding: .1rem 1rem .1rem 0; vertical-align: top }
      nav a { margin-right: 1rem }
      """;

  private final JsonNode document;
  private final StringBuilder html = new StringBuilder();

  DocumentationPage(JsonNode document) {
    this.document = document;
  }

  String html() {
    JsonNode info = document.path("info");
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\"><title>");
    text(info.path("title").asText());
    html.append(" API</title><style>\n").append(STYLE).append("</style></head><body><h1>");
    text(info.path("title").asText());
    html.append(" API</h1>");
    for (String paragraph : info.path("description").asText().split("\n\n", -1)) {
      element("p", paragraph);
    }
    html.append(
        "<p>The whole of it, with all schemas: <a href=\"/openapi.json\">openapi.json</a></p>");
    html.append("<nav>");
    for (JsonNode tag : document.path("tags")) {
      html.append("<a href=\"#").append(anchor(tag)).append("\">");
      text(tag.path("name").asText());
      html.append("</a>");
    }
    html.append("</nav>");
    for (JsonNode tag : document.path("tags")) {
      section(tag);
    }
    return html.append("</body></html>\n").toString();
  }

  private static String anchor(JsonNode tag) {
    return tag.path("name").asText().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }

  private void section(JsonNode tag) {
    html.append("<section id=\"").append(anchor(tag)).append("\">");
    element("h2", tag.path("name").asText());
    element("p", tag.path("description").asText());
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation -> {
                  if (operation.getValue().path("tags").path(0).equals(tag.path("name"))) {
                    operation(operation.getKey(), path.getKey(), operation.getValue());
                  }
                }));
    html.append("</section>");
  }

  private void operation(String method, String path, JsonNode operation) {
    html.append("<article><h3><code>");
    text(method.toUpperCase(Locale.ROOT) + " " + path);
    html.append("</code>");
    text(operation.path("summary").asText());
    html.append("</h3>");
    if (operation.has("description")) {
      element("p", operation.path("description").asText());
    }
    html.append("<table>");
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode resolved = resolved(parameter);
      row(resolved.path("name").asText(), resolved.path("description").asText());
    }
    operation
        .path("responses")
        .properties()
        .forEach(response ->
            row(response.getKey(), resolved(response.getValue()).path("description").asText()));
    html.append("</table>");
    operation.path("requestBody").path("content").forEach(this::example);
    operation
        .path("responses")
        .forEach(response -> response.path("content").forEach(this::example));
    html.append("</article>");
  }

  private void example(JsonNode content) {
    if (content.has("example")) {
      JsonNode example = content.path("example");
      element("pre", example.isTextual() ? example.asText() : example.toPrettyString());
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private void row(String name, String meaning) {
    html.append("<tr><td><code>");
    text(name);
    html.append("</code></td>");
    element("td", meaning);
    html.append("</tr>");
  }

  private void element(String name, String content) {
    html.append('<').append(name).append('>');
    html.append(
        name.equals("pre")
            ? escaped(content)
            : escaped(content).replaceAll("`([^`]+)`", "<code>$1</code>"));
    html.append("</").append(name).append('>');
  }

  private void text(String content) {
    html.append(escaped(content));
  }

  private static String escaped(String content) {
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
