package org.statusevents.domain.order;

import java.time.LocalDate;
import java.util.Optional;
import org.statusevents.domain.label.LabelText;

/// A line of an order, with the facts that events reported and the label it carries.
public record Line(
    int number,
    String sku,
    String name,
    Quantities quantities,
    Optional<LabelText> label,
    Optional<LocalDate> expectedShipDate,
    Optional<LocalDate> actualShipDate) {

  public static Line of(NewLine line) {
    return new Line(
        line.line(),
        line.sku(),
        line.name(),
        Quantities.ordered(line.quantity()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Line withLabel(LabelText newLabel) {
    return new Line(
        number, sku, name, quantities, Optional.of(newLabel), expectedShipDate, actualShipDate);
  }

  public Line withQuantities(Quantities newQuantities) {
    return new Line(number, sku, name, newQuantities, label, expectedShipDate, actualShipDate);
  }

  public Line withExpectedShipDate(LocalDate date) {
    return new Line(number, sku, name, quantities, label, Optional.of(date), actualShipDate);
  }

  public Line withActualShipDate(LocalDate date) {
    return new Line(number, sku, name, quantities, label, expectedShipDate, Optional.of(date));
  }

  public Line withNames(String newSku, String newName) {
    return new Line(number, newSku, newName, quantities, label, expectedShipDate, actualShipDate);
  }
}
