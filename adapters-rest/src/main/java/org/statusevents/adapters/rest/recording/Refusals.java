package org.statusevents.adapters.rest.recording;

import java.util.List;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

/// The problems that refused orders and operations end with.
final class Refusals {
  private Refusals() {}

  static Problem orderUnknown(OrderNumber order) {
    return Problem.of(ProblemType.ORDER_UNKNOWN, "There is no order \"" + order + "\".");
  }

  static Problem orderExists(OrderNumber order) {
    return Problem.of(
        ProblemType.ORDER_EXISTS,
        "Order \"" + order + "\" was imported before, from other data; nothing was changed.");
  }

  static Problem idTaken(OperationId id) {
    return Problem.of(
        ProblemType.ID_TAKEN,
        "Operation \"" + id + "\" was recorded before with another body; nothing was changed.");
  }

  static Problem heldBack(OperationId id) {
    return Problem.of(
        ProblemType.NOT_RECORDED,
        "Operation \"" + id + "\" is fine, but others of the batch are not.");
  }

  /// What of an imported order cannot be, with pointers into the order's own document.
  static Problem importRefused(List<DataProblem> problems) {
    String prefix = "/events/0/data/order";
    return Problem.invalid(
        problems.stream()
            .map(problem ->
                problem.pointer().startsWith(prefix)
                    ? new DataProblem(
                        problem.pointer().substring(prefix.length()), problem.detail())
                    : problem)
            .toList());
  }
}
