package org.statusevents.domain.order;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a parcel can be followed (R51): the carrier's name decides, or the form of the number
/// where no carrier is named; USPS is asked before UPS. An unknown carrier has no link.
public enum CarrierLink {
  USPS(
      "usps|\\bu\\.? ?s\\.? postal|united states postal",
      "(9[1-5]\\d{20}|9[1-5]\\d{18}|[A-Z]{2}\\d{9}US)",
      "https://tools.usps.com/go/TrackConfirmAction?tLabels="),
  UPS(word("ups") + "|united parcel", "1Z[0-9A-Z]{16}", "https://www.ups.com/track?tracknum="),
  FEDEX(
      "fedex|federal express|" + word("fx"),
      "(\\d{12}|\\d{15})",
      "https://www.fedex.com/fedextrack/?trknbr="),
  DHL(word("dhl"), "\\d{10}", "https://www.dhl.com/en/express/tracking.html?AWB=");

  private final Pattern name;
  private final Pattern number;
  private final String address;

  CarrierLink(String name, String number, String address) {
    this.name = Pattern.compile(name);
    this.number = Pattern.compile(number);
    this.address = address;
  }

  /// The address for a parcel of that carrier and number; empty where the carrier is unknown.
  public static Optional<URI> find(String carrier, String trackingNumber) {
    String folded = carrier.toLowerCase(Locale.ROOT);
    for (CarrierLink link : values()) {
      if (link.name.matcher(folded).find()) {
        return Optional.of(link.to(trackingNumber));
      }
    }
    if (!folded.isBlank()) {
      return Optional.empty();
    }
    for (CarrierLink link : values()) {
      if (link.number.matcher(trackingNumber).matches()) {
        return Optional.of(link.to(trackingNumber));
      }
    }
    return Optional.empty();
  }

  /// Standing alone, as in "UPS Ground" and "ups_ground" and not in "pickups".
  private static String word(String text) {
    return "(?<![a-z])" + text + "(?![a-z])";
  }

  private URI to(String trackingNumber) {
    return URI.create(address + URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8));
  }
}
