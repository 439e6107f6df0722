package org.statusevents.bootstrap.demo;

import java.net.URI;

/// What the demonstration prints: where to look, and a few lines to try.
public record DemoScreen(URI server, URI cart, String store, String key) {

  /// The whole text, lines ended.
  public String text() {
    String api = server + "/api/v1/stores/" + store;
    String authorization = "-H 'Authorization: Bearer " + key + "'";
    return """

    Status Events is running: a sample store, and twelve orders that things happen to.

    Open in a browser
      The simulated cart   %2$s   watch the orders move
      The API, described   %1$s/docs   (OpenAPI document: /openapi.json)

    Your key for everything
      %4$s

    Paste into another terminal
      # an order with its lines, labels and parcels
      curl -s %5$s %3$s/orders/1001

      # everything that happened to it, and what each channel was told
      curl -s %5$s %3$s/orders/1001/history

      # what would happen if a tracking number were added? (changes nothing)
      curl -s %5$s -H 'Content-Type: application/json' %3$s/orders/1001/explain \\
        -d '{"events":[{"type":"ORDER_ADD_TRACKING_NUMBER","data":{"carrier":"UPS","trackingNumber":"1Z999AA10123456784"}}]}'

      # record it, and see it in the simulated cart
      curl -s %5$s -H 'Content-Type: application/json' %3$s/operations \\
        -d '{"id":"try-1","order":"1001","events":[{"type":"ORDER_ADD_TRACKING_NUMBER","data":{"carrier":"UPS","trackingNumber":"1Z999AA10123456784"}}]}'

      # orders and lines per label
      curl -s %5$s %3$s/counts

      # where is my order? asked by a customer, so without a key
      curl -s -H 'Content-Type: application/json' %3$s/status-lookup -d '{"order":"W-5000","postalCode":"10115"}'

    Ctrl-C ends it.
    """
        .formatted(server, cart, api, key, authorization);
  }
}
