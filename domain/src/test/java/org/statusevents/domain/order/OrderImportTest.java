package org.statusevents.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.domain.channel.ChannelId;

class OrderImportTest {
  private static final OrderNumber NUMBER = new OrderNumber("1001");
  private static final CustomerContact CONTACT =
      new CustomerContact(
          Optional.of("en"),
          Optional.of("Greta"),
          Optional.of("10115"),
          Optional.of("greta@example.org"),
          Optional.of("123"),
          Optional.of("Hans"));
  private static final List<NewLine> LINES =
      List.of(new NewLine(1, "SKU-1", "Tea", 2), new NewLine(2, "SKU-2", "Honey", 4));

  private static OrderImport order(String number, CustomerContact contact, List<NewLine> lines) {
    return new OrderImport(
        new OrderNumber(number),
        Optional.of("W-1"),
        Optional.of(new ChannelId("web")),
        Optional.of(Instant.parse("2026-03-01T09:00:00Z")),
        contact,
        lines);
  }

  private static OrderImport order() {
    return order("1001", CONTACT, LINES);
  }

  private static CustomerContact contact(String name, String postalCode) {
    return new CustomerContact(
        CONTACT.locale(),
        Optional.of(name),
        Optional.of(postalCode),
        CONTACT.email(),
        CONTACT.phone(),
        CONTACT.shipToName());
  }

  static Stream<OrderImport> others() {
    return Stream.of(
        order("1002", CONTACT, LINES),
        order("1001", CustomerContact.UNKNOWN, LINES),
        order("1001", contact("Greta", "10116"), LINES),
        order("1001", contact("Greta1", "0115"), LINES),
        order("1001", CONTACT, LINES.reversed()),
        order("1001", CONTACT, LINES.subList(0, 1)),
        order("1001", CONTACT, List.of(LINES.getFirst(), new NewLine(2, "SKU-2", "Honey", 5))),
        order("1001", CONTACT, List.of(LINES.getFirst(), new NewLine(2, "SKU-2", "Honeyx", 4))),
        order("1001", CONTACT, List.of(LINES.getFirst(), new NewLine(3, "SKU-2", "Honey", 4))),
        new OrderImport(
            NUMBER,
            Optional.of("W-1"),
            Optional.of(new ChannelId("web")),
            Optional.of(Instant.parse("2026-03-01T09:00:01Z")),
            CONTACT,
            LINES),
        new OrderImport(
            NUMBER, Optional.of("W-1"), Optional.empty(), Optional.empty(), CONTACT, LINES),
        new OrderImport(
            NUMBER, Optional.of("web"), Optional.empty(), Optional.empty(), CONTACT, LINES),
        new OrderImport(
            NUMBER,
            Optional.empty(),
            Optional.of(new ChannelId("web")),
            Optional.empty(),
            CONTACT,
            LINES));
  }

  @Test
  void equalImportsHaveEqualFingerprints() {
    assertThat(order().fingerprint()).isEqualTo(order().fingerprint()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @MethodSource("others")
  void anImportThatSaysAnythingElseHasAnother(OrderImport other) {
    assertThat(other.fingerprint()).isNotEqualTo(order().fingerprint());
  }

  @Test
  void theFingerprintsOfDifferentImportsDiffer() {
    assertThat(others().map(OrderImport::fingerprint)).doesNotHaveDuplicates();
  }

  @Test
  void anImportHasOneToAThousandLines() {
    List<NewLine> lines =
        new ArrayList<>(
            IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> new NewLine(i, "SKU", "Tea", 1))
                .toList());
    assertThat(order("1001", CONTACT, lines).lines()).hasSize(1_000);

    lines.add(new NewLine(1_001, "SKU", "Tea", 1));
    assertThatThrownBy(() -> order("1001", CONTACT, lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lines: 1001 (expected: 1..1000)");
    assertThatThrownBy(() -> order("1001", CONTACT, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoLinesOfOneNumberAreRefused() {
    assertThatThrownBy(() -> order("1001", CONTACT, List.of(LINES.getFirst(), LINES.getFirst())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lines: two with number 1");
  }

  @Test
  void aLineIsNumberedFromOneAndHasAQuantityFromOne() {
    assertThatThrownBy(() -> new NewLine(0, "S", "Tea", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NewLine(100_001, "S", "Tea", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NewLine(1, "S", "Tea", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NewLine(1, "S", "Tea", 1_000_001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new NewLine(100_000, "S", "Tea", 1_000_000).quantity()).isEqualTo(1_000_000);
  }

  @Test
  void anOrderFromAnImportHasItsLinesAndNoLabels() {
    Order order = Order.from(order());

    assertThat(order.version()).isZero();
    assertThat(order.label()).isEmpty();
    assertThat(order.channel()).contains(new ChannelId("web"));
    assertThat(order.lines()).extracting(Line::label).containsOnly(Optional.empty());
    assertThat(order.line(2)).map(Line::quantities).contains(Quantities.ordered(4));
    assertThat(order.line(3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", " 1", "1 2", "ä", "a\nb", "1\"", "<1>"})
  void anOrderNumberIsPlainText(String number) {
    assertThat(OrderNumber.problemWith(number)).isPresent();
    assertThatThrownBy(() -> new OrderNumber(number)).isInstanceOf(IllegalArgumentException.class);
    assertThat(OrderNumber.problemWith("2026/03-A_7.b#1:2")).isEmpty();
    assertThat(OrderNumber.problemWith("1".repeat(65))).isPresent();
  }

  @Test
  void nothingOfThePersonIsInAnImportsText() {
    assertThat(order().toString())
        .contains("1001", "withheld")
        .doesNotContain("Greta", "Hans", "10115", "example.org");
  }
}
