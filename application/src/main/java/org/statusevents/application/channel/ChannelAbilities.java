package org.statusevents.application.channel;

import java.util.Map;
import org.statusevents.domain.channel.Capabilities;

/// What each adapter at hand can do, by its name; fixed while the service runs.
@FunctionalInterface
public interface ChannelAbilities {
  Map<String, Capabilities> byAdapter();
}
