package org.statusevents.application.configuring;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.configuring.Configurations.ChangeRecord;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.DataProblem;

final class ChannelConfigurer implements PutChannel {
  private final Transactions transactions;
  private final Configurations configurations;
  private final ChannelSecrets secrets;
  private final CartChannels adapters;
  private final InstantSource clock;

  ChannelConfigurer(
      Transactions transactions,
      Configurations configurations,
      ChannelSecrets secrets,
      CartChannels adapters,
      InstantSource clock) {
    this.transactions = transactions;
    this.configurations = configurations;
    this.secrets = secrets;
    this.adapters = adapters;
    this.clock = clock;
  }

  @Override
  public PutChannelOutcome put(StoreId store, ChannelDraft draft, String actor) {
    Optional<CartChannel> adapter = adapters.find(draft.channel().adapter());
    if (adapter.isEmpty()) {
      return new PutChannelOutcome.Refused(
          List.of(
              new DataProblem(
                  "/adapter",
                  "\""
                      + draft.channel().adapter()
                      + "\" (expected: one of "
                      + adapters.names()
                      + ")")));
    }
    Channel channel =
        draft
            .channel()
            .withDeliver(draft.deliver().orElse(adapter.get().capabilities().defaultMode()));
    // The adapter may look up the address, so it is asked before the transaction begins.
    SecretsToPut wanted = secretsToPut(configurations.current(store), channel, draft.secrets());
    List<DataProblem> found =
        adapter.get().problemsWith(new ChannelAccess(channel, wanted.keptAndGiven()));
    Set<String> unused = wanted.unusedBy(found);
    List<DataProblem> problems = wanted.problems(found, unused);
    if (!problems.isEmpty()) {
      return new PutChannelOutcome.Refused(problems);
    }
    return transactions.inTransaction(() -> store(store, channel, draft.secrets(), unused, actor));
  }

  /// What a channel that was removed had is not handed on to the next one of its id.
  private SecretsToPut secretsToPut(
      Optional<StoreConfiguration> current, Channel channel, Map<String, String> given) {
    Optional<Channel> before = current.flatMap(present -> present.channel(channel.id()));
    Map<String, String> kept =
        before.isPresent() ? secrets.read(current.get().store(), channel.id()) : Map.of();
    return new SecretsToPut(before, channel, kept, given);
  }

  /// Secrets are judged here once more, since the channel may have changed since the adapter was
  /// asked; `unused` are those kept that the adapter has no use for.
  private PutChannelOutcome store(
      StoreId store, Channel channel, Map<String, String> given, Set<String> unused, String actor) {
    Optional<StoreConfiguration> current = configurations.currentForUpdate(store);
    if (current.isEmpty()) {
      return new PutChannelOutcome.StoreUnknown(store);
    }
    SecretsToPut wanted = secretsToPut(current, channel, given);
    List<DataProblem> problems = wanted.problems(List.of(), unused);
    if (!problems.isEmpty()) {
      return new PutChannelOutcome.Refused(problems);
    }
    boolean known = current.get().channel(channel.id()).isPresent();
    ConfigurationChange change = new ConfigurationChange.SetChannel(channel);
    StoreConfiguration now;
    ChangeOutcome outcome = change.applyTo(current.get());
    switch (outcome) {
      case ChangeOutcome.Changed(StoreConfiguration next) -> {
        configurations.save(next, new ChangeRecord(actor, clock.instant(), change.summary()));
        now = next;
      }
      case ChangeOutcome.Unchanged(StoreConfiguration same) -> now = same;
      case ChangeOutcome.LabelUnknown(var label) -> {
        return new PutChannelOutcome.LabelUnknown(label);
      }
      case ChangeOutcome.LabelTaken _,
          ChangeOutcome.LabelInUse _,
          ChangeOutcome.EventUnknown _,
          ChangeOutcome.ChannelUnknown _ ->
          throw new IllegalStateException("setting a channel is not refused for that: " + outcome);
    }
    secrets.write(store, channel.id(), wanted.without(unused));
    return known ? new PutChannelOutcome.Changed(now) : new PutChannelOutcome.Created(now);
  }
}
