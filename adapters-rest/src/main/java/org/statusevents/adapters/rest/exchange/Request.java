package org.statusevents.adapters.rest.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.rest.json.BodyReader;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.application.access.AccessKey;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.order.OrderNumber;

/// A request as an endpoint sees it, once it was let in.
public final class Request {
  private final RoutingContext context;
  private final Optional<AccessKey> key;
  private final String source;

  /// `source` is where the request came from.
  public Request(RoutingContext context, Optional<AccessKey> key, String source) {
    this.context = context;
    this.key = key;
    this.source = source;
  }

  /// A part of the path, decoded.
  public String path(String name) {
    @Nullable String part = context.pathParam(name);
    if (part == null) {
      throw new IllegalStateException("the endpoint's path has no :" + name);
    }
    return part;
  }

  /// The store of the path; a word that can be no store's id is an unknown store.
  public StoreId store() {
    String word = path("store");
    if (StoreId.problemWith(word).isPresent()) {
      throw storeUnknown(word);
    }
    return new StoreId(word);
  }

  /// The order of the path; a word that can be no order's number is an unknown order.
  public OrderNumber order() {
    String word = path("number");
    if (OrderNumber.problemWith(word).isPresent()) {
      throw orderUnknown(word);
    }
    return new OrderNumber(word);
  }

  /// The channel of the path; a word that can be no channel's id is an unknown one.
  public ChannelId channel() {
    String word = path("channel");
    if (ChannelId.problemWith(word).isPresent()) {
      throw channelUnknown(word);
    }
    return new ChannelId(word);
  }

  /// What an endpoint ends with whose channel is not there.
  public static ProblemException channelUnknown(String channel) {
    return new ProblemException(
        ProblemType.CHANNEL_UNKNOWN, "There is no channel \"" + channel + "\".");
  }

  /// What an endpoint ends with whose store is not there.
  public static ProblemException storeUnknown(String store) {
    return new ProblemException(ProblemType.STORE_UNKNOWN, "There is no store \"" + store + "\".");
  }

  /// What an endpoint ends with whose order is not there.
  public static ProblemException orderUnknown(String order) {
    return new ProblemException(ProblemType.ORDER_UNKNOWN, "There is no order \"" + order + "\".");
  }

  /// Refuses query parameters other than `known`.
  public void refuseParametersBut(Set<String> known) {
    List<DataProblem> unknown =
        context.queryParams().names().stream()
            .filter(name -> !known.contains(name))
            .sorted()
            .limit(Findings.MAX)
            .map(name -> new DataProblem(name, "unknown query parameter"))
            .toList();
    if (!unknown.isEmpty()) {
      throw new ProblemException(Problem.invalidParameters(unknown));
    }
  }

  /// A query parameter; blank is as good as absent, and twice is once too often.
  public Optional<String> query(String name) {
    return queryOrBlank(name).filter(value -> !value.isBlank());
  }

  /// As [#query], where blank says something.
  public Optional<String> queryOrBlank(String name) {
    List<String> values = context.queryParam(name);
    if (values.size() > 1) {
      throw invalidParameter(name, "given " + values.size() + " times");
    }
    return values.stream().findFirst();
  }

  /// True where the query says `name=true`; absent is false.
  public boolean flag(String name) {
    return switch (query(name).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalidParameter(name, "(expected: true or false)");
    };
  }

  private static ProblemException invalidParameter(String name, String detail) {
    return new ProblemException(
        Problem.invalidParameter(ProblemType.INVALID_PARAMETER, name, detail));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  /// The whole body as JSON; malformed ends the request.
  public JsonNode json() {
    return BodyReader.read(bytes());
  }

  /// The whole body as JSON, or nothing where there is none; malformed ends the request.
  public Optional<JsonNode> jsonIfAny() {
    byte[] body = bytes();
    if (body.length == 0) {
      return Optional.empty();
    }
    if (header("Content-Type").isEmpty()) {
      throw new ProblemException(
          ProblemType.MEDIA_TYPE, "Content-Type: none (expected: application/json)");
    }
    return Optional.of(BodyReader.read(body));
  }

  public byte[] bytes() {
    @Nullable Buffer body = context.body().buffer();
    return body == null ? new byte[0] : body.getBytes();
  }

  public AccessKey key() {
    return key.orElseThrow(() -> new IllegalStateException("the endpoint asks for no key"));
  }

  /// Who to name in histories.
  public String actor() {
    return key().name();
  }

  /// Where the request came from, for counting.
  public String source() {
    return source;
  }
}
