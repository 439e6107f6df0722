package org.statusevents.benchmarks.faults.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.statusevents.benchmarks.database.BenchFailure;

final class AddressPlanTest {
  @Test
  void noAddressServesTwoPurposes() {
    List<String> addresses = new ArrayList<>(all(new AddressPlan(0)));
    addresses.addAll(all(new AddressPlan(1)));
    addresses.addAll(all(new AddressPlan(2_047)));

    assertThat(addresses)
        .doesNotHaveDuplicates()
        .allSatisfy(address -> assertThat(address).startsWith("10.231."));
    assertThat(new AddressPlan(2_047).all()).isEqualTo("10.231.255.224/27");
  }

  @Test
  void theEndsOfALinkAreTheTwoHostsOfItsNetwork() {
    AddressPlan plan = new AddressPlan(8);

    assertThat(plan.near(2)).isEqualTo("10.231.1.9");
    assertThat(plan.far(2)).isEqualTo("10.231.1.10");
  }

  @Test
  void runsBesideEachOtherHaveTheirOwn() {
    AddressPlan first = AddressPlan.free(5, Set.of());

    assertThat(first).isEqualTo(AddressPlan.free(5 + 2_048, Set.of()));
    assertThat(AddressPlan.free(5, Set.of(first.far(3)))).isEqualTo(new AddressPlan(6));
  }

  @Test
  void moreNodesThanThereIsRoomForAreRefused() {
    assertThatThrownBy(() -> new AddressPlan(0).near(AddressPlan.NODES_MAX + 1))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("7 nodes");
  }

  private static List<String> all(AddressPlan plan) {
    List<String> addresses = new ArrayList<>(List.of(plan.database(), plan.receivers()));
    for (int node = 1; node <= AddressPlan.NODES_MAX; node++) {
      addresses.add(plan.near(node));
      addresses.add(plan.far(node));
    }
    return addresses;
  }
}
