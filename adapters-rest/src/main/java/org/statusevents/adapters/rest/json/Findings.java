package org.statusevents.adapters.rest.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.domain.decision.DataProblem;

/// Collects what is wrong with a body, so that a client is told all of it at once; at most the
/// first [#MAX].
public final class Findings {
  public static final int MAX = 100;

  private final List<DataProblem> problems = new ArrayList<>();

  public void add(String pointer, String detail) {
    if (problems.size() < MAX) {
      problems.add(new DataProblem(pointer, detail));
    }
  }

  /// Adds those at whose places nothing was found yet.
  public void addOthers(List<DataProblem> more) {
    Set<String> places = new HashSet<>();
    problems.forEach(problem -> places.add(problem.pointer()));
    more.stream()
        .filter(problem -> !places.contains(problem.pointer()))
        .forEach(problem -> add(problem.pointer(), problem.detail()));
  }

  public boolean none() {
    return problems.isEmpty();
  }

  public List<DataProblem> all() {
    return List.copyOf(problems);
  }

  /// Ends the request with all that was found; goes on where that is nothing.
  public void refuseIfAny() {
    if (!problems.isEmpty()) {
      throw new ProblemException(Problem.invalid(problems));
    }
  }
}
