package org.statusevents.adapters.rest.recording;

import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.reading.OrderJson;
import org.statusevents.application.reading.ReadOrder;
import org.statusevents.application.recording.ImportOrders;
import org.statusevents.application.recording.ImportOutcome;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;

/// `PUT` of an order: imports it and answers it as it stands.
final class ImportOrder {
  private final ImportOrders importOrders;
  private final ReadOrder readOrder;

  ImportOrder(ImportOrders importOrders, ReadOrder readOrder) {
    this.importOrders = importOrders;
    this.readOrder = readOrder;
  }

  Answer handle(Request request) {
    StoreId store = request.store();
    OrderImport order = order(request);
    ImportOutcome outcome =
        importOrders.importOrder(store, order, OperationBody.SOURCE_DEFAULT, request.actor());
    return switch (outcome) {
      case ImportOutcome.Imported _ -> order(201, store, order.number());
      case ImportOutcome.AlreadyImported _ -> order(200, store, order.number());
      case ImportOutcome.ImportDiffers(OrderNumber number) ->
          Answer.problem(Refusals.orderExists(number));
      case ImportOutcome.StoreUnknown _ -> throw Request.storeUnknown(store.value());
      case ImportOutcome.DataRefused refused ->
          Answer.problem(Refusals.importRefused(refused.problems()));
    };
  }

  private static OrderImport order(Request request) {
    String number = request.path("number");
    OrderNumber.problemWith(number)
        .ifPresent(problem -> {
          throw new ProblemException(Problem.invalid("/number", problem));
        });
    Findings findings = new Findings();
    Optional<OrderImport> order =
        ImportBody.read(Fields.of(request.json(), findings), Optional.of(new OrderNumber(number)));
    findings.refuseIfAny();
    return order.orElseThrow(() -> new IllegalStateException("no order and no finding"));
  }

  private Answer order(int status, StoreId store, OrderNumber number) {
    return readOrder
        .read(store, number)
        .map(view -> Answer.json(status, OrderJson.of(view)))
        .orElseThrow(() -> new IllegalStateException("an imported order is not there"));
  }
}
