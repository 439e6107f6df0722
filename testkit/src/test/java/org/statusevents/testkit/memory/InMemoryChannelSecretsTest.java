package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.testkit.configuring.ChannelSecretsContract;

final class InMemoryChannelSecretsTest implements ChannelSecretsContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public ChannelSecrets channelSecrets() {
    return storage.channelSecrets();
  }
}
