package org.statusevents.benchmarks.faults.checking;

import java.util.List;
import java.util.Map;

/// What the database holds of the run's store when all is quiet.
public record Snapshot(
    List<OrderRow> orders, List<HistoryRow> history, List<UpdateRow> updates, List<LaneRow> lanes) {
  public Snapshot {
    orders = List.copyOf(orders);
    history = List.copyOf(history);
    updates = List.copyOf(updates);
    lanes = List.copyOf(lanes);
  }

  /// Labels are empty where there are none.
  public record OrderRow(String order, long version, String label, Map<Integer, String> lines) {
    public OrderRow {
      lines = Map.copyOf(lines);
    }
  }

  /// `owes` where some channel is owed an update after it.
  public record HistoryRow(
      String order,
      long sequence,
      String request,
      String event,
      List<Change> changes,
      boolean owes) {
    public HistoryRow {
      changes = List.copyOf(changes);
    }
  }

  /// `line` is [#ORDER] for the order's own label.
  public record Change(int line, String previous, String label) {
    public static final int ORDER = 0;
  }

  /// `accepted` where an attempt says so, `discarded` where a person gave it up.
  public record UpdateRow(
      String channel,
      String order,
      long position,
      String webhookId,
      long sequence,
      boolean accepted,
      boolean discarded) {
    LaneName lane() {
      return new LaneName(channel, order);
    }
  }

  public record LaneRow(
      String channel,
      String order,
      long acked,
      long last,
      boolean due,
      boolean parked,
      boolean latestState) {
    LaneName name() {
      return new LaneName(channel, order);
    }
  }

  record LaneName(String channel, String order) {}
}
