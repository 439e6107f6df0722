package org.statusevents.adapters.rest.delivering;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.json.Field;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.application.access.Role;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.application.delivering.ReplaySelection.ByFilter;
import org.statusevents.application.delivering.ReplaySelection.ById;
import org.statusevents.application.delivering.ReplayUpdates;
import org.statusevents.application.delivering.ReplayUpdates.ReplayOutcome;
import org.statusevents.application.delivering.Replays.ReplayId;
import org.statusevents.application.delivering.Replays.SetBack;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;

/// Having a channel's updates sent again with their old ids.
public final class ReplayEndpoints {
  private static final Map<String, UpdateState> STATES =
      Stream.of(
              UpdateState.ACCEPTED, UpdateState.PARKED, UpdateState.REFUSED, UpdateState.SUPERSEDED)
          .collect(Collectors.toUnmodifiableMap(Words::of, Function.identity()));

  private final ReplayUpdates replayUpdates;

  public ReplayEndpoints(ReplayUpdates replayUpdates) {
    this.replayUpdates = replayUpdates;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            HttpMethod.POST,
            Endpoint.STORE + "/channels/:channel/replay",
            new Requirement.InStore(Role.OPERATE),
            BodyRule.JSON,
            this::replay));
  }

  private Answer replay(Request request) {
    Findings findings = new Findings();
    Fields fields = Fields.of(request.json(), findings);
    Optional<OrderNumber> after =
        fields.optional("after").word(OrderNumber::problemWith, OrderNumber::new);
    ReplaySelection selection = selection(fields);
    fields.noOthers();
    findings.refuseIfAny();
    return answer(
        replayUpdates.replay(
            request.store(), request.channel(), selection, after, request.actor()));
  }

  /// Where something is wrong with it, what is answered is not to be used.
  private static ReplaySelection selection(Fields fields) {
    Field updates = fields.optional("updates");
    List<String> filters =
        Stream.of("from", "to", "orders", "state")
            .filter(name -> fields.optional(name).isPresent())
            .toList();
    if (updates.isPresent()) {
      filters.forEach(
          name -> fields.findings().add("/" + name, "(expected: no filter beside updates)"));
      Set<UpdateId> ids = new HashSet<>();
      updates
          .elements(1, ById.UPDATES_MAX)
          .forEach(element ->
              element.known(UpdateIdWord::read, "the id of an update").ifPresent(ids::add));
      return new ById(ids);
    }
    if (filters.isEmpty()) {
      fields.findings().add("", "(expected: updates, or one of from, to, orders, state)");
    }
    return filter(fields);
  }

  private static ByFilter filter(Fields fields) {
    Set<OrderNumber> orders = new HashSet<>();
    fields
        .optional("orders")
        .elements(1, ByFilter.ORDERS_MAX)
        .forEach(element ->
            element
                .required()
                .word(OrderNumber::problemWith, OrderNumber::new)
                .ifPresent(orders::add));
    Optional<Instant> from = fields.optional("from").instant();
    return new ByFilter(
        from, fields.optional("to").instant(), orders, fields.optional("state").choice(STATES));
  }

  private static Answer answer(ReplayOutcome outcome) {
    return switch (outcome) {
      case ReplayOutcome.Replayed(ReplayId replay, SetBack done, Optional<OrderNumber> next) ->
          Answer.json(
              202,
              JsonNodeFactory.instance
                  .objectNode()
                  .put("replay", replay.toString())
                  .put("orders", done.lanes())
                  .put("updates", done.updates())
                  .put("next", next.map(OrderNumber::value).orElse(null)));
      case ReplayOutcome.StoreUnknown(StoreId store) -> throw Request.storeUnknown(store.value());
      case ReplayOutcome.ChannelUnknown(ChannelId channel) ->
          throw Request.channelUnknown(channel.value());
      case ReplayOutcome.ChannelRemoved(ChannelId channel) ->
          throw new ProblemException(
              ProblemType.CHANNEL_REMOVED,
              "Channel \""
                  + channel
                  + "\" was removed: there is nowhere to send to. Put it again, then replay.");
      case ReplayOutcome.UpdatesUnknown(Set<UpdateId> updates) ->
          throw new ProblemException(
              ProblemType.UPDATE_UNKNOWN,
              "These are no updates of the channel: "
                  + updates.stream()
                      .map(UpdateId::toString)
                      .sorted()
                      .collect(Collectors.joining(", "))
                  + ".");
      case ReplayOutcome.RangeEmpty _ ->
          throw new ProblemException(
              Problem.invalid("/from", "(expected: a time before to, and before now)"));
      case ReplayOutcome.RangeTooWide _ ->
          throw new ProblemException(
              Problem.invalid(
                  "/from",
                  "(expected: at most " + ReplayUpdates.RANGE_MAX.toDays() + " days before to)"));
    };
  }
}
