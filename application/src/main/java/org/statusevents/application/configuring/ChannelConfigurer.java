package org.statusevents.application.configuring;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.configuring.Configurations.ChangeRecord;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
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
    Map<String, String> wanted = new HashMap<>(kept(store, channel.id()));
    wanted.putAll(draft.secrets());
    List<DataProblem> problems = adapter.get().problemsWith(new ChannelAccess(channel, wanted));
    if (!problems.isEmpty()) {
      return new PutChannelOutcome.Refused(problems);
    }
    return transactions.inTransaction(() -> store(store, channel, wanted, actor));
  }

  /// What a channel that was removed had is not handed on to the next one of its id.
  private Map<String, String> kept(StoreId store, ChannelId id) {
    boolean known =
        configurations.current(store).flatMap(current -> current.channel(id)).isPresent();
    return known ? secrets.read(store, id) : Map.of();
  }

  private PutChannelOutcome store(
      StoreId store, Channel channel, Map<String, String> wanted, String actor) {
    Optional<StoreConfiguration> current = configurations.current(store);
    if (current.isEmpty()) {
      return new PutChannelOutcome.StoreUnknown(store);
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
    secrets.write(store, channel.id(), wanted);
    return known ? new PutChannelOutcome.Changed(now) : new PutChannelOutcome.Created(now);
  }
}
