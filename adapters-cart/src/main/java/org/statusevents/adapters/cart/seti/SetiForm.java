package org.statusevents.adapters.cart.seti;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.order.Parcel;

/// The parameters of calls by the SETI script protocol, in the order in which they are sent.
final class SetiForm {
  static final String CONTENT_TYPE = "application/x-www-form-urlencoded; charset=UTF-8";

  /// Of the order manager whose protocol this is; receivers may look at it.
  private static final String OM_VERSION = "7.1";

  private final StringBuilder body = new StringBuilder();

  private SetiForm(String function) {
    add("setifunction", function);
  }

  /// Needs no login.
  static String sendVersion() {
    SetiForm form = new SetiForm("sendversion");
    form.add("omversion", OM_VERSION);
    return form.body.toString();
  }

  /// The update as fields; a cart learns the order's label and parcels this way, no line's.
  static String updateStatus(
      UpdateContent content, LabelMapping mapping, Map<String, String> login) {
    SetiForm form = new SetiForm("updatestatus");
    form.addLogin(login);
    content.cartOrderNumber().ifPresent(number -> form.add("ordernumber", number));
    content.orderLabel().ifPresent(label -> form.add("orderstatus", mapping.textOf(label)));
    form.add("refnumber", content.order().value());
    form.addParcels(content.parcels());
    return form.body.toString();
  }

  /// The update as a document.
  static String updateStatus(String document, Map<String, String> login) {
    SetiForm form = new SetiForm("updatestatus");
    form.addLogin(login);
    form.add("update", document);
    return form.body.toString();
  }

  private void addLogin(Map<String, String> login) {
    add("setiuser", login.getOrDefault(SetiChannel.USER, ""));
    add("password", login.getOrDefault(SetiChannel.PASSWORD, ""));
    add("code", login.getOrDefault(SetiChannel.CODE, ""));
    add("omversion", OM_VERSION);
  }

  /// One parcel has names without a number (R37).
  private void addParcels(List<Parcel> parcels) {
    add("trackcount", Integer.toString(parcels.size()));
    for (int i = 0; i < parcels.size(); i++) {
      String suffix = parcels.size() == 1 ? "" : Integer.toString(i + 1);
      Parcel parcel = parcels.get(i);
      add("tracknum" + suffix, parcel.trackingNumber());
      add("trackcarrier" + suffix, parcel.carrier());
      add("trackpickupdate" + suffix, parcel.shippedOn().map(LocalDate::toString).orElse(""));
    }
  }

  private void add(String name, String value) {
    if (!body.isEmpty()) {
      body.append('&');
    }
    body.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
