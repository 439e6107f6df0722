package org.statusevents.benchmarks.faults.driving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.statusevents.benchmarks.faults.driving.Clients.Operation;
import org.statusevents.benchmarks.service.Operations;

/// What is asked for, the same for the same seed: every order once round, in another order each
/// time, with an event that relabels it.
final class Workload {
  private final FaultOptions options;
  private final List<List<Integer>> rounds = new ArrayList<>();

  Workload(FaultOptions options) {
    this.options = options;
    Random random = new Random(options.seed());
    for (int i = 0; i <= options.events() / options.orders(); i++) {
      List<Integer> round = new ArrayList<>();
      for (int order = 0; order < options.orders(); order++) {
        round.add(order);
      }
      Collections.shuffle(round, random);
      rounds.add(round);
    }
  }

  static String channel(int number) {
    return "receiver-" + number;
  }

  Operation imported(int order) {
    String number = number(order);
    String id = "i-" + number;
    String body =
        """
        {"id":"%s","order":"%s","events":[{"type":"ORDER_IMPORT","data":{"order":
        {"cartOrderNumber":"W-%s","channel":"%s","billTo":{"postalCode":"10115"},"lines":[
        {"line":1,"sku":"SKU1","name":"Thing number 1","quantity":1},
        {"line":2,"sku":"SKU2","name":"Thing number 2","quantity":2}]}}}]}\
        """
            .formatted(id, number, number, channel(order % options.channels()));
    return new Operation(id, number, "ORDER_IMPORT", body);
  }

  Operation event(int n) {
    int round = n / options.orders();
    String number = number(rounds.get(round).get(n % options.orders()));
    String event = Operations.EVENTS.get(round % Operations.EVENTS.size());
    String id = "e-" + n + "-" + number;
    String body =
        "{\"id\":\"%s\",\"order\":\"%s\",\"events\":[{\"type\":\"%s\"}]}"
            .formatted(id, number, event);
    return new Operation(id, number, event, body);
  }

  private static String number(int order) {
    return "F" + (100_000 + order);
  }
}
