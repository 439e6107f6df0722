package org.statusevents.benchmarks.rivals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// An update ready to be sent: the text that the product's webhook would send.
public record RivalUpdate(String id, String body) {
  private static final long SEED = 20_260_101;

  /// `count` updates of random orders out of `orders`, each order's in rising sequence.
  public static List<RivalUpdate> make(int count, int orders) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] sequences = new int[orders];
    List<RivalUpdate> updates = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int order = random.nextInt(orders);
      sequences[order]++;
      String id = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + i).toString();
      updates.add(new RivalUpdate(id, body(id, "B" + (1_000_000 + order), sequences[order])));
    }
    return updates;
  }

  private static String body(String id, String order, int sequence) {
    StringBuilder lines = new StringBuilder();
    for (int line = 1; line <= 3; line++) {
      lines
          .append(line == 1 ? "" : ",")
          .append(
              """
              {"line":%d,"sku":"SKU%d","name":"Thing number %d","label":"Packed",\
              "previousLabel":"Approved","ordered":1,"shipped":0,"needed":1,\
              "expectedShipDate":null,"actualShipDate":null}\
              """
                  .formatted(line, line, line));
    }
    return """
    {"specversion":"1.0","id":"%s","source":"/stores/bench",\
    "type":"org.statusevents.order.status-changed.v1","subject":"%s",\
    "time":"2026-01-01T00:00:00.000000Z","datacontenttype":"application/json","sequence":%d,\
    "data":{"order":"%s","cartOrderNumber":"W-%s","orderLabel":"Packed",\
    "previousOrderLabel":"Approved","lines":[%s],"parcels":[],"events":["ORDER_PACK"]}}\
    """
        .formatted(id, order, sequence, order, order, lines);
  }
}
