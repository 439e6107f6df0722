package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.CurrentConfiguration;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Listing;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.application.access.Role;
import org.statusevents.application.configuring.ChangeConfiguration;
import org.statusevents.application.configuring.ChangeConfiguration.ConfigurationOutcome;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.configuring.PutChannel;
import org.statusevents.application.configuring.PutChannel.PutChannelOutcome;
import org.statusevents.application.delivering.TryChannel;
import org.statusevents.application.delivering.TryChannel.TryOutcome;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.Reply;

/// A store's channels. Secrets go in and never come out.
public final class ChannelEndpoints {
  private static final String CHANNELS = Endpoint.STORE + "/channels";
  private static final String CHANNEL = CHANNELS + "/:channel";
  private static final int CHANNELS_MAX = 100;

  private final PutChannel putChannel;
  private final ChangeConfiguration changeConfiguration;
  private final CurrentConfiguration current;
  private final ChannelDocuments documents;
  private final TryChannel tryChannel;

  public ChannelEndpoints(
      PutChannel putChannel,
      ChangeConfiguration changeConfiguration,
      Configurations configurations,
      ChannelDocuments documents,
      TryChannel tryChannel) {
    this.putChannel = putChannel;
    this.changeConfiguration = changeConfiguration;
    this.current = new CurrentConfiguration(configurations);
    this.documents = documents;
    this.tryChannel = tryChannel;
  }

  public List<Endpoint> endpoints() {
    Requirement read = new Requirement.InStore(Role.READ);
    Requirement configure = new Requirement.InStore(Role.CONFIGURE);
    return List.of(
        new Endpoint(HttpMethod.GET, CHANNELS, read, BodyRule.NONE, Listing.PARAMETERS, this::list),
        new Endpoint(HttpMethod.GET, CHANNEL, read, BodyRule.NONE, this::read),
        new Endpoint(HttpMethod.PUT, CHANNEL, configure, BodyRule.JSON, this::put),
        new Endpoint(HttpMethod.DELETE, CHANNEL, configure, BodyRule.NONE, this::delete),
        new Endpoint(HttpMethod.POST, CHANNEL + "/test", configure, BodyRule.NONE, this::test));
  }

  private Answer list(Request request) {
    PageRequest page = Listing.page(request);
    StoreConfiguration configuration = current.of(request);
    return Listing.answer(
        Listing.slice(configuration.channelsInOrder(), channel -> channel.id().value(), page),
        documents.of(configuration.store()));
  }

  private Answer read(Request request) {
    StoreConfiguration configuration = current.of(request);
    return Answer.ok(document(configuration, request.channel()));
  }

  private Answer put(Request request) {
    StoreConfiguration configuration = current.of(request);
    String word = request.path("channel");
    Optional<Channel> before =
        configuration.channelsInOrder().stream()
            .filter(channel -> channel.id().value().equals(word))
            .findFirst();
    ChannelBody body = ChannelBody.read(word, request.json(), before.isPresent());
    if (before.isEmpty() && configuration.channels().size() >= CHANNELS_MAX) {
      throw new ProblemException(
          Problem.invalid("/channel", "the store has its " + CHANNELS_MAX + " channels already"));
    }
    return switch (putChannel.put(configuration.store(), body.over(before), request.actor())) {
      case PutChannelOutcome.Created(StoreConfiguration now) ->
          Answer.json(201, document(now, body.id()));
      case PutChannelOutcome.Changed(StoreConfiguration now) -> Answer.ok(document(now, body.id()));
      case PutChannelOutcome.StoreUnknown(StoreId store) ->
          throw Request.storeUnknown(store.value());
      case PutChannelOutcome.LabelUnknown(var label) ->
          throw new ProblemException(
              Problem.invalid(
                  "/labelMapping/" + Fields.escaped(label.value()),
                  "(expected: a label of the store's list)"));
      case PutChannelOutcome.Refused(var problems) ->
          throw new ProblemException(Problem.invalid(problems));
    };
  }

  private Answer delete(Request request) {
    ConfigurationOutcome outcome =
        changeConfiguration.change(
            request.store(),
            new ConfigurationChange.RemoveChannel(request.channel()),
            Optional.empty(),
            request.actor());
    return switch (outcome) {
      case ConfigurationOutcome.Changed _, ConfigurationOutcome.Unchanged _ -> Answer.noContent();
      case ConfigurationOutcome.Refusal refusal -> throw ConfigurationRefusal.of(refusal);
    };
  }

  private Answer test(Request request) {
    return switch (tryChannel.tryChannel(request.store(), request.channel())) {
      case TryOutcome.Answered(Reply reply, long millis) ->
          Answer.ok(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("accepted", reply instanceof Reply.Accepted)
                  .put("outcome", outcome(reply))
                  .put("words", reply.words())
                  .put("millis", millis));
      case TryOutcome.StoreUnknown(StoreId store) -> throw Request.storeUnknown(store.value());
      case TryOutcome.ChannelUnknown(ChannelId id) -> throw Request.channelUnknown(id.value());
    };
  }

  private static String outcome(Reply reply) {
    return switch (reply) {
      case Reply.Accepted _ -> "accepted";
      case Reply.Refused _ -> "refused";
      case Reply.Unavailable _ -> "unavailable";
      case Reply.AskedToWait _ -> "askedToWait";
      case Reply.NotAuthorized _ -> "notAuthorized";
      case Reply.Gone _ -> "gone";
      case Reply.Blocked _ -> "blocked";
    };
  }

  private JsonNode document(StoreConfiguration configuration, ChannelId id) {
    return configuration
        .channel(id)
        .map(documents.of(configuration.store()))
        .orElseThrow(() -> Request.channelUnknown(id.value()));
  }
}
