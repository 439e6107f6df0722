package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.StringJoiner;
import org.statusevents.bootstrap.demo.CartOrders.CartOrder;

/// The simulated cart's page; loads itself anew every two seconds.
final class CartPage {
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="refresh" content="2"><meta name="viewport" content="width=device-width">
      <title>Simulated cart</title><style>
      body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1b1f24}
      table{border-collapse:collapse;width:100%} th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid #d8dee4;vertical-align:top}
      th{font-weight:600;color:#57606a} .status{font-weight:600} .lines{color:#57606a}
      </style></head><body><h1>Simulated cart</h1>
      <p>What this cart was told, newest update per order. Every update carried a valid signature.</p>
      <table><thead><tr><th>Order</th><th>Status</th><th>Lines</th><th>Tracking</th><th>Updates</th></tr></thead><tbody>
      """;

  private CartPage() {}

  static String of(List<CartOrder> orders) {
    StringBuilder page = new StringBuilder(HEAD);
    for (CartOrder order : orders) {
      page.append("<tr><td>")
          .append(escaped(order.number()))
          .append("</td><td class=\"status\">")
          .append(escaped(order.status()))
          .append("</td><td class=\"lines\">")
          .append(lines(order.data()))
          .append("</td><td>")
          .append(parcels(order.data()))
          .append("</td><td>")
          .append(order.updates())
          .append("</td></tr>");
    }
    return page.append("</tbody></table></body></html>").toString();
  }

  private static String lines(JsonNode data) {
    StringJoiner lines = new StringJoiner("<br>");
    for (JsonNode line : data.path("lines")) {
      lines.add(
          escaped(
              line.path("shipped").asInt()
                  + " of "
                  + line.path("ordered").asInt()
                  + " "
                  + line.path("name").asText()
                  + ": "
                  + line.path("label").asText("-")));
    }
    return lines.toString();
  }

  private static String parcels(JsonNode data) {
    StringJoiner parcels = new StringJoiner("<br>");
    for (JsonNode parcel : data.path("parcels")) {
      parcels.add(escaped(parcel.path("carrier").asText() + " " + parcel.path("number").asText()));
    }
    return parcels.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
