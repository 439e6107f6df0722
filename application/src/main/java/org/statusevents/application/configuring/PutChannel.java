package org.statusevents.application.configuring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.label.LabelText;

/// Sets up a channel or changes it, secrets included.
public interface PutChannel {

  /// Puts the channel in force after its adapter found nothing wrong with it. Secrets that are not
  /// named stay as they are while adapter and scheme, host and port of the address do; else each
  /// must be given again, so that whoever may set the address cannot have them sent elsewhere.
  /// Those that a new adapter has no use for are let go. A channel that was stopped or left in
  /// peace goes on, whether or not anything changed. Pointers of problems are those of the
  /// channel's document: `/adapter`, `/url`, `/settings/...`, `/secrets/...`.
  PutChannelOutcome put(StoreId store, ChannelDraft draft, String actor);

  /// A channel as asked for; without `deliver`, as its adapter prefers.
  record ChannelDraft(
      Channel channel, Optional<DeliveryMode> deliver, Map<String, String> secrets) {
    public ChannelDraft {
      secrets = Map.copyOf(secrets);
    }

    /// Says nothing of the secrets.
    @Override
    public String toString() {
      return "ChannelDraft[" + channel + "]";
    }
  }

  sealed interface PutChannelOutcome {
    record Created(StoreConfiguration now) implements PutChannelOutcome {}

    record Changed(StoreConfiguration now) implements PutChannelOutcome {}

    record StoreUnknown(StoreId store) implements PutChannelOutcome {}

    record LabelUnknown(LabelText label) implements PutChannelOutcome {}

    record Refused(List<DataProblem> problems) implements PutChannelOutcome {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }
}
