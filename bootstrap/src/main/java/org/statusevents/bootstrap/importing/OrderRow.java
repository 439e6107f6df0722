package org.statusevents.bootstrap.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.bootstrap.importing.ImportMapping.OrderField;
import org.statusevents.domain.order.OrderNumber;

/// A row of the orders file as an order without lines, or what is wrong with it.
final class OrderRow {
  private final CsvRow row;
  private final ImportMapping mapping;
  private final Referred customer;

  OrderRow(CsvRow row, ImportMapping mapping, Referred customer) {
    this.row = row;
    this.mapping = mapping;
    this.customer = customer;
  }

  Optional<String> problem() {
    return row.fault()
        .or(() ->
            number().isEmpty()
                ? Optional.of(mapping.orderNumber() + " is missing")
                : number().flatMap(OrderNumber::problemWith))
        .or(() -> dateProblem(OrderField.ORDERED_AT))
        .or(() -> dateProblem(OrderField.SHIPPED_ON))
        .or(customer::problem);
  }

  /// To be asked only where there is no problem.
  OrderDraft draft() {
    Map<OrderField, String> texts = new EnumMap<>(OrderField.class);
    for (OrderField field : OrderField.values()) {
      if (!field.ofLine() && field != OrderField.ORDERED_AT && field != OrderField.SHIPPED_ON) {
        value(field).ifPresent(text -> texts.put(field, text));
      }
    }
    return new OrderDraft(
        new CsvOrder(
            row.place(),
            number().orElseThrow(),
            value(OrderField.ORDERED_AT).map(this::dateTime).map(this::instant),
            value(OrderField.SHIPPED_ON).map(this::dateTime).map(LocalDateTime::toLocalDate),
            value(OrderField.SHIPPED_ON).map(this::dateTime).map(this::instant),
            texts,
            List.of()));
  }

  private Optional<String> number() {
    return row.value(mapping.orderNumber());
  }

  private Optional<String> value(OrderField field) {
    return OrderFiles.value(mapping, field, row, customer);
  }

  private Optional<String> dateProblem(OrderField field) {
    return value(field)
        .flatMap(text -> {
          try {
            LocalDateTime _ = dateTime(text);
            return Optional.empty();
          } catch (DateTimeException e) {
            return Optional.of(
                "date \"" + text + "\" (expected: one like " + mapping.datePattern() + ")");
          }
        });
  }

  private LocalDateTime dateTime(String text) {
    TemporalAccessor parsed = mapping.dates().parseBest(text, LocalDateTime::from, LocalDate::from);
    return parsed instanceof LocalDateTime both ? both : LocalDate.from(parsed).atStartOfDay();
  }

  private Instant instant(LocalDateTime local) {
    return local.atZone(mapping.timeZone()).toInstant();
  }
}
