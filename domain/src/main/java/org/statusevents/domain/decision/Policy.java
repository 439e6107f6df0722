package org.statusevents.domain.decision;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.order.Order;

/// What a decision is made under: a configuration version, what each adapter can do, and which
/// channels are bound, that is, named by some order of the store; those take no order that does not
/// name them.
public record Policy(
    StoreConfiguration configuration,
    Map<String, Capabilities> capabilities,
    Set<ChannelId> boundChannels) {
  public Policy {
    capabilities = Map.copyOf(capabilities);
    boundChannels = Set.copyOf(boundChannels);
  }

  /// What keeps the channel from being sent the order's present state again by hand (R32): judged
  /// as an update of an operation is, where all there is to tell is news.
  public Optional<NotSent> obstacleToResending(Channel channel, Order order) {
    boolean beyondLines =
        order.label().isPresent()
            || UpdateContents.facts(order, configuration) != FactsFingerprint.NOTHING;
    return obstacle(channel, order, beyondLines);
  }

  /// What keeps the channel from taking an update of the order as it stands; `beyondLines` where
  /// the update has more to tell than labels of lines.
  Optional<NotSent> obstacle(Channel channel, Order order, boolean beyondLines) {
    if (!channel.enabled()) {
      return Optional.of(NotSent.CHANNEL_PAUSED);
    }
    if (order.label().isPresent()
        && channel.labelMapping().targetOf(order.label().get()) instanceof LabelTarget.DoNotSend) {
      return Optional.of(NotSent.NO_MAPPING);
    }
    Capabilities can = capabilities.get(channel.adapter());
    boolean cannot =
        can == null
            || (can.needsCartOrderNumber() && order.cartOrderNumber().isEmpty())
            || (!can.lineStatus() && !beyondLines);
    return cannot ? Optional.of(NotSent.CHANNEL_CANNOT) : Optional.empty();
  }
}
