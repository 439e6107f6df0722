package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.statusevents.bootstrap.demo.CartOrders.CartOrder;

/// The simulated cart's page: orders with their labels in the store's colours, parcels, and what
/// was told last. Loads itself anew every two seconds; asks nobody else for anything.
final class CartPage {
  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";
  private static final int ORDERS_SHOWN = 24;
  private static final Duration FRESH = Duration.ofSeconds(4);
  private static final String NO_COLOR = "#57606a";
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
      <meta name="viewport" content="width=device-width"><title>Simulated cart</title><style>
      *{box-sizing:border-box} body{font:15px/1.45 system-ui,sans-serif;margin:0;color:#1b1f24;background:#f4f6f8}
      header{background:#fff;border-bottom:1px solid #d8dee4;padding:1.25rem 1.5rem 1rem}
      h1{font-size:1.4rem;margin:0} h2{font-size:1rem;margin:0 0 .75rem} p{margin:.25rem 0 0;color:#57606a}
      main{display:grid;grid-template-columns:minmax(0,1fr) 21rem;gap:1.25rem;padding:1.25rem 1.5rem}
      @media(max-width:60rem){main{grid-template-columns:1fr}}
      .orders{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:1rem;align-content:start}
      article,aside{background:#fff;border:1px solid #d8dee4;border-radius:.6rem;padding:.85rem 1rem} aside{align-self:start}
      article.fresh{border-color:#2f6fb5;box-shadow:0 0 0 3px #2f6fb526}
      .top{display:flex;justify-content:space-between;align-items:baseline;gap:.5rem;margin-bottom:.6rem}
      .top .quiet{white-space:nowrap} .number{font-weight:600} .quiet{color:#57606a;font-size:.85rem} .sums{margin-top:.7rem;display:flex;flex-wrap:wrap;gap:.4rem}
      .label{--c:#57606a;display:inline-block;color:var(--c);background:color-mix(in srgb,var(--c) 11%,#fff);
        border:1px solid color-mix(in srgb,var(--c) 35%,#fff);border-radius:1rem;padding:.05rem .6rem;font-weight:600;font-size:.85rem;white-space:nowrap}
      .label.small{font-weight:500;font-size:.78rem;padding:0 .5rem}
      ul{list-style:none;margin:0;padding:0} .lines li{display:flex;justify-content:space-between;gap:.75rem;padding:.3rem 0;border-top:1px solid #eef1f4}
      .parcels{border-top:1px solid #eef1f4;padding-top:.4rem} .parcels a{color:#2f6fb5;text-decoration:none;font-variant-numeric:tabular-nums}
      .news li{padding:.5rem 0;border-top:1px solid #eef1f4} .news li:first-child{border-top:0;padding-top:0}
      </style></head><body>
      """;

  private final Map<String, String> colors;
  private final Instant now;
  private final StringBuilder html = new StringBuilder(HEAD);

  private CartPage(Map<String, String> colors, Instant now) {
    this.colors = colors;
    this.now = now;
  }

  /// `colors` has a colour as `#rrggbb` for each label that is to have one.
  static String of(
      List<CartOrder> orders, List<CartOrder> news, Map<String, String> colors, Instant now) {
    CartPage page = new CartPage(colors, now);
    page.header(orders);
    page.html.append("<main><section class=\"orders\">");
    orders.stream().skip(Math.max(0, orders.size() - ORDERS_SHOWN)).forEach(page::order);
    page.html.append("</section>");
    page.news(news);
    return page.html.append("</main></body></html>").toString();
  }

  private void header(List<CartOrder> orders) {
    html.append("<header><h1>Simulated cart</h1><p>")
        .append(orders.isEmpty() ? "Waiting for the first update." : summary(orders))
        .append("</p><div class=\"sums\">");
    Map<String, Integer> counts = new LinkedHashMap<>();
    orders.forEach(order -> counts.merge(order.status(), 1, Integer::sum));
    counts.forEach(
        (label, count) -> html.append(label(label, count + " × " + named(label), "label")));
    html.append("</div></header>");
  }

  private static String summary(List<CartOrder> orders) {
    int updates = orders.stream().mapToInt(CartOrder::updates).sum();
    return orders.size()
        + " orders, as this cart was told by "
        + updates
        + " webhook calls. Each call was signed, and the signature was checked."
        + (orders.size() > ORDERS_SHOWN ? " The newest " + ORDERS_SHOWN + " are shown." : "");
  }

  private void order(CartOrder order) {
    boolean fresh = order.toldAt().isAfter(now.minus(FRESH));
    html.append(fresh ? "<article class=\"fresh\">" : "<article>")
        .append("<div class=\"top\"><span><span class=\"number\">")
        .append(escaped(order.number()))
        .append("</span> <span class=\"quiet\">")
        .append(escaped(order.data().path("cartOrderNumber").asText("")))
        .append(" · ")
        .append(order.updates())
        .append(order.updates() == 1 ? " update" : " updates")
        .append("</span></span>")
        .append(label(order.status(), order.status(), "label"))
        .append("</div><ul class=\"lines\">");
    order.data().path("lines").forEach(this::line);
    html.append("</ul>");
    parcels(order.data().path("parcels"));
    html.append("</article>");
  }

  private void line(JsonNode line) {
    String status = line.path("label").asText("");
    html.append("<li><span>")
        .append(escaped(line.path("name").asText()))
        .append("<br><span class=\"quiet\">")
        .append(line.path("shipped").asInt())
        .append(" of ")
        .append(line.path("ordered").asInt())
        .append(" shipped");
    String expected = line.path("expectedShipDate").asText("");
    if (!expected.isEmpty() && line.path("needed").asInt() > 0) {
      html.append(", expected ").append(escaped(expected));
    }
    html.append("</span></span><span>")
        .append(status.isEmpty() ? "" : label(status, status, "label small"))
        .append("</span></li>");
  }

  private void parcels(JsonNode parcels) {
    if (parcels.isEmpty()) {
      return;
    }
    html.append("<ul class=\"parcels\">");
    for (JsonNode parcel : parcels) {
      String text = escaped(parcel.path("carrier").asText() + " " + parcel.path("number").asText());
      String url = parcel.path("url").asText("");
      html.append("<li>");
      if (url.startsWith("https://")) {
        html.append("<a rel=\"noreferrer\" href=\"").append(escaped(url)).append("\">");
        html.append(text).append("</a>");
      } else {
        html.append(text);
      }
      html.append("</li>");
    }
    html.append("</ul>");
  }

  private void news(List<CartOrder> news) {
    html.append("<aside><h2>Last updates</h2><ul class=\"news\">");
    for (CartOrder told : news) {
      String before = told.data().path("previousOrderLabel").asText("");
      html.append("<li><span class=\"number\">")
          .append(escaped(told.number()))
          .append("</span> ")
          .append(before.isEmpty() || before.equals(told.status()) ? "" : escaped(before) + " → ")
          .append(label(told.status(), told.status(), "label small"))
          .append("<br><span class=\"quiet\">")
          .append(escaped(events(told.data())))
          .append(", ")
          .append(ago(told.toldAt()))
          .append("</span></li>");
    }
    html.append("</ul></aside>");
  }

  /// `ORDER_ADD_TRACKING_NUMBER` as people say it.
  private static String events(JsonNode data) {
    StringBuilder text = new StringBuilder();
    for (JsonNode event : data.path("events")) {
      String words = event.asText().replace('_', ' ').toLowerCase(Locale.ROOT);
      text.append(text.isEmpty() ? "" : ", ").append(words);
    }
    return text.toString();
  }

  private String ago(Instant then) {
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < 2) {
      return "just now";
    }
    return seconds < 120 ? seconds + " s ago" : seconds / 60 + " min ago";
  }

  private String label(String label, String text, String style) {
    return "<span class=\""
        + style
        + "\" style=\"--c:"
        + escaped(colors.getOrDefault(label, NO_COLOR))
        + "\">"
        + escaped(named(text))
        + "</span>";
  }

  private static String named(String label) {
    return label.isEmpty() ? "no label" : label;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
