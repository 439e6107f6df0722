package org.statusevents.adapters.rest.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.statusevents.domain.decision.DataProblem;

/// A problem document (RFC 9457): what kind, what happened this time, and for bad input every place
/// that is wrong. `members` are further fields of the document, `headers` go with the answer.
public record Problem(
    ProblemType type,
    String detail,
    List<DataProblem> errors,
    Map<String, JsonNode> members,
    Map<String, String> headers) {
  public Problem {
    errors = List.copyOf(errors);
    members = Map.copyOf(members);
    headers = Map.copyOf(headers);
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Map.of(), Map.of());
  }

  /// Input that was understood and is refused, with every place that is wrong.
  public static Problem invalid(List<DataProblem> errors) {
    String detail =
        errors.size() == 1 ? "1 problem; see errors" : errors.size() + " problems; see errors";
    return new Problem(ProblemType.INVALID, detail, errors, Map.of(), Map.of());
  }

  /// Input that is refused for one thing, at `pointer`.
  public static Problem invalid(String pointer, String detail) {
    return invalid(List.of(new DataProblem(pointer, detail)));
  }

  /// Query parameters that make no sense; a pointer is the parameter's name.
  public static Problem invalidParameters(List<DataProblem> errors) {
    String detail =
        errors.stream()
            .map(error -> error.pointer() + ": " + error.detail())
            .collect(Collectors.joining("; "));
    return new Problem(ProblemType.INVALID_PARAMETER, detail, errors, Map.of(), Map.of());
  }

  /// A query parameter that makes no sense, as a problem of that type.
  public static Problem invalidParameter(ProblemType type, String name, String detail) {
    return new Problem(
        type, name + ": " + detail, List.of(new DataProblem(name, detail)), Map.of(), Map.of());
  }

  public Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(type, detail, errors, members, more);
  }

  public Problem withMember(String name, JsonNode value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(type, detail, errors, more, headers);
  }

  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", type.uri());
    json.put("title", type.title());
    json.put("status", type.status());
    json.put("detail", detail);
    if (!errors.isEmpty()) {
      ArrayNode list = json.putArray("errors");
      for (DataProblem error : errors) {
        list.addObject().put("pointer", error.pointer()).put("detail", error.detail());
      }
    }
    members.forEach(json::set);
    return json;
  }
}
