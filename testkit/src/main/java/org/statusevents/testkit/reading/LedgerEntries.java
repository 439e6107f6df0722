package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Stores;

/// The ledger of [Stores#SHOP] as tests ask it.
record LedgerEntries(ReadLedger readLedger) {

  Page<LedgerEntry> ofOrder(String number, PageRequest request) {
    return readLedger.ofOrder(Stores.SHOP, new OrderNumber(number), request).orElseThrow();
  }

  List<LedgerEntry> ofOrder(String number) {
    return Pages.all(500, request -> ofOrder(number, request));
  }

  /// The only entry of order A-1.
  LedgerEntry entry() {
    assertThat(ofOrder("A-1")).hasSize(1);
    return ofOrder("A-1").getFirst();
  }

  Page<LedgerEntry> updates(Optional<UpdateState> state, PageRequest request) {
    return readLedger.updates(Stores.SHOP, state, Optional.empty(), request);
  }

  List<LedgerEntry> updates(UpdateState state) {
    return Pages.all(2, request -> updates(Optional.of(state), request));
  }

  static List<UpdateState> states(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::state).toList();
  }

  void assertOnlyUpdateIs(UpdateState state) {
    assertThat(entry().state()).isEqualTo(state);
    for (UpdateState each : UpdateState.values()) {
      assertThat(updates(each)).as("updates that are %s", each).hasSize(each == state ? 1 : 0);
    }
  }
}
