package org.statusevents.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.statusevents.domain.event.EventTable.Row;

/// R1: the events are fixed, as section 8 has them.
class StandardEventTest {

  static List<Row> rows() {
    return EventTable.rows();
  }

  @Test
  void thereAreThe30EventsOfTheTableAndNoOthers() {
    assertThat(Arrays.stream(StandardEvent.values()).map(EventType::key))
        .hasSize(30)
        .containsExactlyInAnyOrderElementsOf(EventTable.rows().stream().map(Row::key).toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachHasItsNameAndScope(Row row) {
    StandardEvent event = StandardEvent.find(row.key()).orElseThrow();

    assertThat(event.displayName()).isEqualTo(row.name());
    assertThat(event.scope()).isEqualTo(row.scope());
    assertThat(event.description()).endsWith(".");
  }

  /// Section 1.4: the name tells the scope.
  @ParameterizedTest
  @EnumSource
  void theNameBeginsWithItsScope(StandardEvent event) {
    assertThat(event.key()).startsWith(event.scope().name());
    assertThat(event.scope().namesLines()).isEqualTo(!event.key().startsWith("ORDER"));
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheTwoChangesOfStatusAreManual(StandardEvent event) {
    assertThat(event.isManualChange()).isEqualTo(event.key().endsWith("CHANGE_STATUS"));
  }

  @Test
  void anEventIsFoundByItsExactKeyOnly() {
    assertThat(StandardEvent.find("ORDER_PACK")).contains(StandardEvent.ORDER_PACK);
    assertThat(StandardEvent.find("order_pack")).isEmpty();
    assertThat(StandardEvent.find("Order Pack")).isEmpty();
    assertThat(StandardEvent.find("")).isEmpty();
  }
}
