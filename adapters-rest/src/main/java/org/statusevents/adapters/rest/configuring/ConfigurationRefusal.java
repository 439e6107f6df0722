package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.application.configuring.ChangeConfiguration.ConfigurationOutcome;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.label.LabelText;

/// What a refused change ends a request with.
final class ConfigurationRefusal {
  private ConfigurationRefusal() {}

  static ProblemException of(ConfigurationOutcome.Refusal refusal) {
    return switch (refusal) {
      case ConfigurationOutcome.StoreUnknown(StoreId store) -> Request.storeUnknown(store.value());
      case ConfigurationOutcome.Stale(long rulesVersion) -> stale(rulesVersion);
      case ConfigurationOutcome.Refused(ChangeOutcome.Refusal why) ->
          new ProblemException(problem(why));
    };
  }

  /// The table is of that version by now.
  static ProblemException stale(long rulesVersion) {
    return new ProblemException(
        Problem.of(
                ProblemType.STALE,
                "The event table is of version " + rulesVersion + " by now; read it again.")
            .withHeader("ETag", EntityTag.of(rulesVersion)));
  }

  static ProblemException labelUnknown(LabelText label) {
    return new ProblemException(
        ProblemType.LABEL_UNKNOWN, "There is no label \"" + label + "\" in the store's list.");
  }

  static ProblemException eventUnknown(String key) {
    return new ProblemException(ProblemType.EVENT_UNKNOWN, "There is no event \"" + key + "\".");
  }

  private static Problem problem(ChangeOutcome.Refusal why) {
    return switch (why) {
      case ChangeOutcome.LabelUnknown(LabelText text) -> labelUnknown(text).problem();
      case ChangeOutcome.LabelTaken(LabelText existing) ->
          Problem.of(
              ProblemType.LABEL_TAKEN,
              "There is a label \""
                  + existing
                  + "\", which differs at most in upper and lower case.");
      case ChangeOutcome.LabelInUse(LabelText text, List<EventType> events) -> inUse(text, events);
      case ChangeOutcome.EventUnknown(String key) -> eventUnknown(key).problem();
      case ChangeOutcome.ChannelUnknown(ChannelId id) ->
          Request.channelUnknown(id.value()).problem();
    };
  }

  private static Problem inUse(LabelText text, List<EventType> events) {
    ArrayNode uses = JsonNodeFactory.instance.arrayNode();
    events.forEach(event -> uses.add(event.key()));
    return Problem.of(
            ProblemType.LABEL_IN_USE,
            "The rules of "
                + String.join(", ", events.stream().map(EventType::key).toList())
                + " use the label \""
                + text
                + "\". Change them first, or delete it with ?replacement=.")
        .withMember("uses", uses);
  }
}
