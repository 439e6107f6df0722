package org.statusevents.benchmarks.service;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.statusevents.benchmarks.load.RequestSource;
import org.statusevents.benchmarks.load.RequestSource.Prepared;

/// Bodies of operations, with only ids and numbers put in. Each order goes round a cycle of events
/// whose rules relabel the order and all its lines, so that every operation changes what the
/// yardstick's do: the order, its three lines, a history row and an update. For one thread at a
/// time.
public final class Operations {
  /// Whose rules relabel the order and its lines.
  public static final List<String> EVENTS =
      List.of("ORDER_APPROVE", "ORDER_PACK", "ORDER_PAYMENT_RECEIVED", "ORDER_UNAPPROVE");

  private static final long SEED = 20_260_101;

  private final String path;
  private final String run;
  private final OrderRange orders;
  private final byte[] turns;
  private final byte[][] ends = new byte[EVENTS.size()][];
  private final SplittableRandom random = new SplittableRandom(SEED);
  private long operations;
  private int imported;

  /// `run` keeps the ids of this run apart from those of others.
  public Operations(String store, String run, OrderRange orders) {
    this.path = "/api/v1/stores/" + store + "/operations";
    this.run = run;
    this.orders = orders;
    this.turns = new byte[orders.count()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = bytes("\",\"events\":[{\"type\":\"" + EVENTS.get(i) + "\"}]}");
    }
  }

  /// One operation on a random order.
  public RequestSource singles() {
    return () -> {
      Buffer body = Buffer.buffer(160);
      append(body, random.nextInt(orders.count()));
      return new Prepared(path, body);
    };
  }

  /// One operation on the first order, then on the second, round and round.
  public RequestSource eachInTurn() {
    return () -> {
      Buffer body = Buffer.buffer(160);
      append(body, (int) (operations % orders.count()));
      return new Prepared(path, body);
    };
  }

  /// One operation on each of `size` consecutive orders from a random place on, as the yardstick's
  /// batches go.
  public RequestSource batches(int size) {
    return () -> {
      int places = Math.max(1, orders.count() / size);
      int first = random.nextInt(places) * size;
      return batch(size, i -> (first + i) % orders.count());
    };
  }

  /// `size` operations on the first orders, then on the next, round and round.
  public RequestSource batchesInTurn(int size) {
    return () -> batch(size, _ -> (int) (operations % orders.count()));
  }

  private Prepared batch(int size, IntUnaryOperator order) {
    Buffer body = Buffer.buffer(size * 120);
    for (int i = 0; i < size; i++) {
      var _ = body.appendByte((byte) (i == 0 ? '[' : ','));
      append(body, order.applyAsInt(i));
    }
    return new Prepared(path + "/batch", body.appendByte((byte) ']'));
  }

  private void append(Buffer body, int order) {
    operations++;
    String number = orders.number(order);
    int turn = turns[order];
    turns[order] = (byte) ((turn + 1) % ends.length);
    var _ =
        body.appendString("{\"id\":\"")
            .appendString(run)
            .appendString("-")
            .appendString(Long.toString(operations))
            .appendString("-")
            .appendString(number)
            .appendString("\",\"order\":\"")
            .appendString(number)
            .appendBytes(ends[turn]);
  }

  /// Imports of `size` orders of three lines, each order once; the last batch may be short.
  public RequestSource imports(int size) {
    return () -> {
      StringBuilder body = new StringBuilder(size * 500);
      int end = Math.min(orders.count(), imported + size);
      for (; imported < end; imported++) {
        body.append(body.isEmpty() ? '[' : ',').append(importOf(orders.number(imported)));
      }
      return new Prepared(path + "/batch", Buffer.buffer(body.append(']').toString()));
    };
  }

  private String importOf(String number) {
    StringBuilder lines = new StringBuilder();
    for (int line = 1; line <= 3; line++) {
      lines.append(line == 1 ? "" : ",");
      lines.append("{\"line\":").append(line).append(",\"sku\":\"SKU").append(line);
      lines.append("\",\"name\":\"Thing number ").append(line).append("\",\"quantity\":1}");
    }
    return """
    {"id":"%s-i-%s","order":"%s","events":[{"type":"ORDER_IMPORT","data":{"order":
    {"cartOrderNumber":"W-%s","billTo":{"postalCode":"10115"},"lines":[%s]}}}]}\
    """
        .formatted(run, number, number, number, lines);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
