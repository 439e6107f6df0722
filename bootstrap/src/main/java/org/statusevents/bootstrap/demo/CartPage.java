package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.statusevents.bootstrap.demo.SimulatedCart.HeardUpdate;

/// The simulated cart's page: what it heard, newest first.
final class CartPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="refresh" content="2">
      <title>Simulated cart</title>
      <style>
      body { font: 16px/1.4 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid #ccc; padding: .4rem .6rem; text-align: left; }
      </style>
      </head>
      <body>
      <h1>Simulated cart</h1>
      <p>What this cart was told about its orders, newest first. The page renews itself.</p>
      <table>
      <thead><tr><th>Heard at</th><th>Order</th><th>Was</th><th>Is now</th><th>Because of</th></tr></thead>
      <tbody>
      """;

  private CartPage() {}

  static String of(List<HeardUpdate> updates) {
    StringBuilder page = new StringBuilder(HEAD);
    for (HeardUpdate update : updates.reversed()) {
      JsonNode data = update.message().path("data");
      page.append("<tr>");
      cell(page, update.at().truncatedTo(ChronoUnit.SECONDS).toString());
      cell(page, data.path("order").asText(""));
      cell(page, data.path("previousOrderLabel").asText(""));
      cell(page, data.path("orderLabel").asText(""));
      List<String> events = new ArrayList<>();
      data.path("events").forEach(event -> events.add(nameOf(event)));
      cell(page, String.join(", ", events));
      page.append("</tr>\n");
    }
    return page.append("</tbody>\n</table>\n</body>\n</html>\n").toString();
  }

  private static String nameOf(JsonNode event) {
    return event.isTextual() ? event.asText() : event.path("event").asText("");
  }

  private static void cell(StringBuilder page, String text) {
    page.append("<td>")
        .append(text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))
        .append("</td>");
  }
}
