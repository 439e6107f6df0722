package org.statusevents.adapters.rest.reading;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.statusevents.adapters.rest.exchange.Listing;
import org.statusevents.adapters.rest.exchange.Parameters;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.application.reading.FindOrders.LabelFilter;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.label.LabelText;

/// The query parameters of the list of orders.
final class OrderFilters {
  static final Set<String> PARAMETERS =
      Listing.parametersWith(
          "orderLabel", "itemLabel", "event", "channel", "deliveryState", "from", "to", "q");
  private static final int TEXT_LENGTH_MAX = 100;

  private OrderFilters() {}

  static OrderQuery read(Request request, Parameters parameters, StoreConfiguration configuration) {
    OrderTimes times = OrderTimes.read(parameters, configuration.settings().timeZone());
    return new OrderQuery(
        label(request, parameters, "orderLabel"),
        label(request, parameters, "itemLabel"),
        parameters.word(
            "event",
            key ->
                configuration.event(key).isPresent()
                    ? Optional.empty()
                    : Optional.of("(expected: a standard event or one of the store's own)"),
            Function.identity()),
        parameters.word("channel", ChannelId::problemWith, ChannelId::new),
        parameters.choice("deliveryState", Words.all(UpdateState.class)),
        times.from(),
        times.to(),
        parameters.word(
            "q",
            text ->
                text.length() <= TEXT_LENGTH_MAX
                    ? Optional.empty()
                    : Optional.of("(expected: at most " + TEXT_LENGTH_MAX + " characters)"),
            String::strip));
  }

  /// An empty parameter asks for what has no label.
  private static Optional<LabelFilter> label(Request request, Parameters parameters, String name) {
    if (request.queryOrBlank(name).filter(String::isBlank).isPresent()) {
      return Optional.of(new LabelFilter.Unlabelled());
    }
    return parameters
        .word(name, LabelText::problemWith, LabelText::new)
        .map(LabelFilter.Labelled::new);
  }
}
