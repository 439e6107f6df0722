package org.statusevents.adapters.rest.problem;

/// Ends a request with a problem; the one failure handler answers it. Thrown by what reads requests
/// and guards them, after it has found all that is wrong.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    // A client's mistake needs no stack.
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public ProblemException(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  public Problem problem() {
    return problem;
  }
}
