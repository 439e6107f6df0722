package org.statusevents.benchmarks.report;

import java.util.Optional;

/// One measured value. `how` says how often and how long it was measured.
public record Figure(
    String name,
    double value,
    String unit,
    String how,
    Optional<Ratio> ratio,
    Optional<Target> target) {

  /// How many times `to` this figure is.
  public record Ratio(double value, String to) {}

  /// What should be reached, and whether it was.
  public record Target(String text, boolean met) {}

  public static Figure of(String name, double value, String unit, String how) {
    return new Figure(name, value, unit, how, Optional.empty(), Optional.empty());
  }

  public static Figure count(String name, long value, String unit, String how) {
    return of(name, (double) value, unit, how);
  }

  /// With the ratio to `base`, where there is a base to compare with.
  public Figure comparedTo(String to, Optional<Double> base) {
    return new Figure(
        name,
        value,
        unit,
        how,
        base.filter(one -> one > 0).map(one -> new Ratio(value / one, to)),
        target);
  }

  /// The ratio should be `least` or more; no target where there is no ratio.
  public Figure ratioAtLeast(double least) {
    return withTarget(
        ratio.map(r -> new Target(">= " + Numbers.plain(least) + " x", r.value() >= least)));
  }

  public Figure atLeast(double least) {
    return withTarget(
        Optional.of(new Target(">= " + Numbers.plain(least) + " " + unit, value >= least)));
  }

  public Figure below(double most) {
    return withTarget(
        Optional.of(new Target("< " + Numbers.plain(most) + " " + unit, value < most)));
  }

  private Figure withTarget(Optional<Target> next) {
    return new Figure(name, value, unit, how, ratio, next);
  }
}
