package org.statusevents.adapters.rest.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.text.PlainText;

/// Reads query parameters one by one and collects what is wrong with them. End with [#refuseIfAny].
public final class Parameters {
  private static final int CURSOR_LENGTH_MAX = 1_000;

  private final Request request;
  private final List<DataProblem> problems = new ArrayList<>();

  public Parameters(Request request) {
    this.request = request;
  }

  public void add(String name, String detail) {
    problems.add(new DataProblem(name, detail));
  }

  /// A word that `problemWith` finds nothing wrong with, made into what it stands for.
  public <T> Optional<T> word(
      String name, Function<String, Optional<String>> problemWith, Function<String, T> make) {
    Optional<String> text = request.query(name);
    Optional<String> problem =
        text.flatMap(value -> PlainText.problemWith(value).or(() -> problemWith.apply(value)));
    problem.ifPresent(detail -> add(name, detail));
    return problem.isPresent() ? Optional.empty() : text.map(make);
  }

  /// One of the given words.
  public <T> Optional<T> choice(String name, Map<String, T> words) {
    Optional<T> chosen = request.query(name).flatMap(word -> Optional.ofNullable(words.get(word)));
    if (chosen.isEmpty() && request.query(name).isPresent()) {
      add(name, "(expected: one of " + String.join(", ", new TreeSet<>(words.keySet())) + ")");
    }
    return chosen;
  }

  /// `limit` and `cursor`; the first page where they are absent.
  public PageRequest page() {
    Optional<Integer> limit =
        word(
            "limit",
            text ->
                text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= PageRequest.LIMIT_MAX
                    ? Optional.empty()
                    : Optional.of("(expected: 1.." + PageRequest.LIMIT_MAX + ")"),
            Integer::parseInt);
    // What else it may be is for the list to say.
    Optional<String> cursor = request.query("cursor");
    if (cursor.filter(text -> text.length() > CURSOR_LENGTH_MAX).isPresent()) {
      add("cursor", "(expected: one that this list gave)");
    }
    return new PageRequest(limit.orElse(PageRequest.LIMIT_DEFAULT), cursor);
  }

  /// Ends the request with all that is wrong; goes on where that is nothing.
  public void refuseIfAny() {
    if (!problems.isEmpty()) {
      throw new ProblemException(Problem.invalidParameters(problems));
    }
  }
}
