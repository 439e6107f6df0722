package org.statusevents.adapters.persistence.configuring;

import java.util.List;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.configuring.Configurations;

/// The door to configuring. The configurations and the versions share what they keep in memory.
public final class Configuring {
  public static final List<Class<?>> MAPPERS =
      List.of(ConfigurationMapper.class, SecretMapper.class);

  private final StoredConfigurations configurations;
  private final SealedChannelSecrets secrets;

  public Configuring(CurrentSession session, SecretKeys keys) {
    configurations = new StoredConfigurations(session);
    secrets = new SealedChannelSecrets(session, new SecretSeal(keys));
  }

  public Configurations configurations() {
    return configurations;
  }

  public ConfigurationVersions versions() {
    return configurations::known;
  }

  public ChannelSecrets channelSecrets() {
    return secrets;
  }
}
