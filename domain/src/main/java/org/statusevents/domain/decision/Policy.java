package org.statusevents.domain.decision;

import java.util.Map;
import java.util.Set;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;

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
}
