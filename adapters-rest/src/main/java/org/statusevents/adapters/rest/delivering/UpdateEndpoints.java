package org.statusevents.adapters.rest.delivering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.CurrentConfiguration;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Listing;
import org.statusevents.adapters.rest.exchange.Parameters;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.adapters.rest.reading.LedgerJson;
import org.statusevents.application.access.Role;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.delivering.ResendUpdate;
import org.statusevents.application.delivering.ResendUpdate.ChannelResend;
import org.statusevents.application.delivering.ResendUpdate.ResendOutcome;
import org.statusevents.application.delivering.SettleParked;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;

/// The queue ("stack"), its problem records, and sending again by hand.
public final class UpdateEndpoints {
  private static final String UPDATES = Endpoint.STORE + "/updates";

  private final ReadLedger readLedger;
  private final SettleParked settleParked;
  private final ResendUpdate resendUpdate;
  private final CurrentConfiguration current;

  public UpdateEndpoints(
      ReadLedger readLedger,
      SettleParked settleParked,
      ResendUpdate resendUpdate,
      Configurations configurations) {
    this.readLedger = readLedger;
    this.settleParked = settleParked;
    this.resendUpdate = resendUpdate;
    this.current = new CurrentConfiguration(configurations);
  }

  public List<Endpoint> endpoints() {
    Requirement operate = new Requirement.InStore(Role.OPERATE);
    return List.of(
        new Endpoint(
            HttpMethod.GET,
            UPDATES,
            new Requirement.InStore(Role.READ),
            BodyRule.NONE,
            Listing.parametersWith("state", "channel"),
            this::list),
        new Endpoint(
            HttpMethod.POST, UPDATES + "/:update/retry", operate, BodyRule.NONE, this::retry),
        new Endpoint(
            HttpMethod.POST, UPDATES + "/:update/discard", operate, BodyRule.NONE, this::discard),
        new Endpoint(
            HttpMethod.POST,
            Endpoint.STORE + "/orders/:number/resend",
            operate,
            BodyRule.OPTIONAL_JSON,
            this::resend));
  }

  private Answer list(Request request) {
    Parameters parameters = new Parameters(request);
    Optional<UpdateState> state = parameters.choice("state", Words.all(UpdateState.class));
    Optional<ChannelId> channel =
        parameters.word("channel", ChannelId::problemWith, ChannelId::new);
    PageRequest page = parameters.page();
    parameters.refuseIfAny();
    StoreId store = current.of(request).store();
    Page<LedgerEntry> entries =
        state.filter(UpdateState.NOT_SENT::equals).isPresent()
            ? readLedger.notSent(store, channel, page)
            : readLedger.updates(store, state, channel, page);
    return Listing.answer(entries, LedgerJson::ofUpdate);
  }

  private Answer retry(Request request) {
    return settled(request, settleParked.retry(request.store(), id(request)));
  }

  private Answer discard(Request request) {
    return settled(request, settleParked.discard(request.store(), id(request), request.actor()));
  }

  private Answer settled(Request request, ParkedOutcome outcome) {
    return switch (outcome) {
      case ParkedOutcome.Settled _ -> Answer.noContent();
      case ParkedOutcome.UpdateUnknown _ -> {
        var _ = current.of(request);
        throw updateUnknown(request);
      }
      case ParkedOutcome.NotParked _ ->
          throw new ProblemException(
              ProblemType.NOT_PARKED,
              "The update is on its way, done, or waits behind one that is parked.");
    };
  }

  /// The update of the path; a word that can be no update's id is an unknown one.
  private static UpdateId id(Request request) {
    return UpdateIdWord.read(request.path("update")).orElseThrow(() -> updateUnknown(request));
  }

  private static ProblemException updateUnknown(Request request) {
    return new ProblemException(
        ProblemType.UPDATE_UNKNOWN, "There is no update \"" + request.path("update") + "\".");
  }

  private Answer resend(Request request) {
    Findings findings = new Findings();
    Fields fields =
        Fields.of(request.jsonIfAny().orElseGet(JsonNodeFactory.instance::objectNode), findings);
    Optional<ChannelId> channel =
        fields.optional("channel").word(ChannelId::problemWith, ChannelId::new);
    fields.noOthers();
    findings.refuseIfAny();
    return switch (resendUpdate.resend(request.store(), request.order(), channel)) {
      case ResendOutcome.Resent(List<ChannelResend> channels) -> Answer.json(202, json(channels));
      case ResendOutcome.StoreUnknown(StoreId store) -> throw Request.storeUnknown(store.value());
      case ResendOutcome.OrderUnknown(OrderNumber order) ->
          throw Request.orderUnknown(order.value());
      case ResendOutcome.NotResent(OrderNumber order, List<ChannelResend.Withheld> channels) ->
          throw new ProblemException(
              ProblemType.NOT_RESENT, "Order \"" + order + "\" is not sent: " + reasons(channels));
      case ResendOutcome.NoChannel(OrderNumber order) ->
          throw new ProblemException(
              ProblemType.NO_CHANNEL,
              channel
                  .map(id -> "Channel \"" + id + "\" does not take order \"" + order + "\".")
                  .orElse("No channel takes order \"" + order + "\"."));
    };
  }

  private static String reasons(List<ChannelResend.Withheld> channels) {
    return channels.stream()
        .map(withheld ->
            "channel \""
                + withheld.channel()
                + "\": "
                + Words.of(withheld.reason())
                + " ("
                + withheld.reason().sentence()
                + ")")
        .collect(Collectors.joining("; ", "", "."));
  }

  private static ObjectNode json(List<ChannelResend> channels) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode updates = json.putArray("updates");
    ArrayNode notSent = json.putArray("notSent");
    for (ChannelResend resend : channels) {
      switch (resend) {
        case ChannelResend.Owed(ChannelId channel, UpdateId update) ->
            updates.addObject().put("channel", channel.value()).put("update", update.toString());
        case ChannelResend.Withheld(ChannelId channel, NotSent reason) ->
            notSent.addObject().put("channel", channel.value()).put("reason", Words.of(reason));
      }
    }
    return json;
  }
}
