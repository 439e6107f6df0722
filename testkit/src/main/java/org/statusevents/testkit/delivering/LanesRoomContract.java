package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// How many lanes of which channel are handed out, and what comes with them.
public interface LanesRoomContract {
  DeliveringWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  private TestStore shop(Channel... channels) {
    return TestStore.shop(world(), channels);
  }

  @Test
  default void aChannelWithoutRoomIsPassedOver() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    shop.imported(order("A-1"));
    Lanes.Room noneOfOurWeb =
        new Lanes.Room(10, 10, Map.of(new ChannelKey(Stores.SHOP, new ChannelId("web")), 0));
    Lanes.Room noneOfTheirWeb =
        new Lanes.Room(10, 10, Map.of(new ChannelKey(Stores.OTHER, new ChannelId("web")), 0));

    assertThat(world().lanes().claim(noneOfOurWeb, LaneHand.LONG))
        .extracting(lane -> lane.channel().id().value())
        .containsExactly("cart");
    assertThat(world().lanes().claim(noneOfTheirWeb, LaneHand.LONG))
        .extracting(lane -> lane.channel().id().value())
        .containsExactly("web");
  }

  @Test
  default void aChannelThatIsKnownHasItsOwnRoom() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    for (int i = 1; i <= 5; i++) {
      shop.imported(order("A-" + i));
    }
    Lanes.Room room =
        new Lanes.Room(100, 2, Map.of(new ChannelKey(Stores.SHOP, new ChannelId("web")), 4));

    assertThat(world().lanes().claim(room, LaneHand.LONG))
        .extracting(lane -> lane.channel().id().value())
        .containsExactlyInAnyOrder("cart", "cart", "web", "web", "web", "web");
  }

  @Test
  default void aLaneComesWithTheSecretsOfItsChannelAsTheyAreNow() {
    TestStore shop = shop(Channels.everyEvent("web"));
    shop.imported(order("A-1"));
    ChannelId web = new ChannelId("web");
    world().channelSecrets().write(Stores.SHOP, web, Map.of("code", "old"));
    world().channelSecrets().write(Stores.SHOP, web, Map.of("code", "new"));
    world().channelSecrets().write(Stores.OTHER, web, Map.of("code", "theirs"));

    ClaimedLane lane = hand().claimOne();

    assertThat(lane.access().secrets()).isEqualTo(Map.of("code", "new"));
    assertThat(lane.toString()).doesNotContain("new");
  }
}
