package org.statusevents.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;

/// An order to import: three lines of four pieces each, by a customer with [#POSTAL_CODE], for no
/// channel in particular.
public record OrderFixture(OrderImport order) {
  public static final String POSTAL_CODE = "90210-1234";
  public static final CustomerContact CUSTOMER =
      new CustomerContact(
          Optional.of("de-AT"),
          Optional.of("Ada Besteller"),
          Optional.of(POSTAL_CODE),
          Optional.of("ada@customer.example"),
          Optional.of("+43 1 0000"),
          Optional.of("Bea Empfänger"));

  public static OrderFixture order(String number) {
    OrderImport bare =
        new OrderImport(
            new OrderNumber(number),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            CUSTOMER,
            linesOf(1));
    return new OrderFixture(bare).withLines(3);
  }

  public OrderFixture withLines(int count) {
    return with(
        order.cartOrderNumber(), order.channel(), order.orderedAt(), order.contact(), count);
  }

  public OrderFixture withCartOrderNumber(String number) {
    return with(Optional.of(number), order.channel(), order.orderedAt(), order.contact(), lines());
  }

  public OrderFixture withChannel(String channel) {
    return with(
        order.cartOrderNumber(),
        Optional.of(new ChannelId(channel)),
        order.orderedAt(),
        order.contact(),
        lines());
  }

  public OrderFixture withOrderedAt(Instant orderedAt) {
    return with(
        order.cartOrderNumber(), order.channel(), Optional.of(orderedAt), order.contact(), lines());
  }

  public OrderFixture withContact(CustomerContact contact) {
    return with(order.cartOrderNumber(), order.channel(), order.orderedAt(), contact, lines());
  }

  private int lines() {
    return order.lines().size();
  }

  private OrderFixture with(
      Optional<String> cartOrderNumber,
      Optional<ChannelId> channel,
      Optional<Instant> orderedAt,
      CustomerContact contact,
      int lines) {
    return new OrderFixture(
        new OrderImport(
            order.number(), cartOrderNumber, channel, orderedAt, contact, linesOf(lines)));
  }

  private static List<NewLine> linesOf(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(line -> new NewLine(line, "SKU-" + line, "Article " + line, 4))
        .toList();
  }
}
