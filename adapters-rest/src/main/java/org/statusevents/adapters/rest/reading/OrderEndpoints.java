package org.statusevents.adapters.rest.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.CurrentConfiguration;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Listing;
import org.statusevents.adapters.rest.exchange.Parameters;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.application.access.Role;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.FindOrders.FoundOrder;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadHistory;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.application.reading.ReadOrder;
import org.statusevents.application.reading.ReadOrder.OrderView;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.label.LabelText;

/// Orders, with history and ledger. Nothing here tells who the customer is.
public final class OrderEndpoints {
  private static final String ORDERS = Endpoint.STORE + "/orders";
  private static final String ORDER = ORDERS + "/:number";

  private final FindOrders findOrders;
  private final ReadOrder readOrder;
  private final ReadHistory readHistory;
  private final ReadLedger readLedger;
  private final CurrentConfiguration current;

  public OrderEndpoints(
      FindOrders findOrders,
      ReadOrder readOrder,
      ReadHistory readHistory,
      ReadLedger readLedger,
      Configurations configurations) {
    this.findOrders = findOrders;
    this.readOrder = readOrder;
    this.readHistory = readHistory;
    this.readLedger = readLedger;
    this.current = new CurrentConfiguration(configurations);
  }

  public List<Endpoint> endpoints() {
    Requirement read = new Requirement.InStore(Role.READ);
    return List.of(
        new Endpoint(
            HttpMethod.GET, ORDERS, read, BodyRule.NONE, OrderFilters.PARAMETERS, this::find),
        new Endpoint(HttpMethod.GET, ORDER, read, BodyRule.NONE, this::read),
        new Endpoint(
            HttpMethod.GET,
            ORDER + "/history",
            read,
            BodyRule.NONE,
            Listing.PARAMETERS,
            this::history),
        new Endpoint(
            HttpMethod.GET,
            ORDER + "/updates",
            read,
            BodyRule.NONE,
            Listing.PARAMETERS,
            this::ledger));
  }

  private Answer find(Request request) {
    Parameters parameters = new Parameters(request);
    OrderQuery query = OrderFilters.read(request, parameters, current.of(request));
    PageRequest page = parameters.page();
    parameters.refuseIfAny();
    return Listing.answer(findOrders.find(request.store(), query, page), OrderEndpoints::json);
  }

  private Answer read(Request request) {
    OrderView view = found(request, readOrder.read(request.store(), request.order()));
    return Answer.ok(OrderJson.of(view)).withHeader("ETag", "\"" + view.order().version() + "\"");
  }

  private Answer history(Request request) {
    PageRequest page = Listing.page(request);
    return Listing.answer(
        found(request, readHistory.read(request.store(), request.order(), page)), HistoryJson::of);
  }

  private Answer ledger(Request request) {
    PageRequest page = Listing.page(request);
    return Listing.answer(
        found(request, readLedger.ofOrder(request.store(), request.order(), page)),
        LedgerJson::ofEvent);
  }

  /// Says of what is not there whether the store or the order is missing.
  private <T> T found(Request request, Optional<T> answer) {
    if (answer.isEmpty()) {
      var _ = current.of(request);
      throw Request.orderUnknown(request.path("number"));
    }
    return answer.get();
  }

  private static ObjectNode json(FoundOrder order) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("number", order.number().value())
        .put("cartOrderNumber", order.cartOrderNumber().orElse(null))
        .put("channel", order.channel().map(ChannelId::value).orElse(null))
        .put("orderLabel", order.orderLabel().map(LabelText::value).orElse(null))
        .put("version", order.version())
        .put("orderedAt", order.orderedAt().map(Instant::toString).orElse(null))
        .put("importedAt", order.importedAt().toString())
        .put("changedAt", order.changedAt().toString())
        .put("lineCount", order.lines())
        .put("parcelCount", order.parcels());
    ArrayNode itemLabels = json.putArray("itemLabels");
    order
        .itemLabels()
        .forEach(count ->
            itemLabels
                .addObject()
                .put("label", count.label().map(LabelText::value).orElse(null))
                .put("lines", count.lines()));
    return json;
  }
}
