package org.statusevents.adapters.rest.lookup;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.application.lookup.LookUpStatus;
import org.statusevents.application.lookup.LookUpStatus.LookupOutcome;
import org.statusevents.application.lookup.LookUpStatus.StatusView;
import org.statusevents.domain.configuration.StoreId;

/// The customer's look-up. Every miss is the same answer to the byte.
public final class LookupEndpoints {
  private static final int ORDER_LENGTH_MAX = 100;
  private static final int POSTAL_CODE_LENGTH_MAX = 20;
  private static final Answer MISS =
      Answer.problem(
          Problem.of(
              ProblemType.STATUS_NOT_FOUND,
              "No order fits this number and postal code. Please check both."));

  private final LookUpStatus lookUpStatus;

  public LookupEndpoints(LookUpStatus lookUpStatus) {
    this.lookUpStatus = lookUpStatus;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            HttpMethod.POST,
            Endpoint.STORE + "/status-lookup",
            new Requirement.Open(),
            BodyRule.JSON,
            this::lookUp));
  }

  private Answer lookUp(Request request) {
    Findings findings = new Findings();
    Fields fields = Fields.of(request.json(), findings);
    Optional<String> order = fields.required("order").confidential().text(ORDER_LENGTH_MAX);
    Optional<String> postalCode =
        fields.required("postalCode").confidential().text(POSTAL_CODE_LENGTH_MAX);
    fields.noOthers();
    findings.refuseIfAny();
    // A word that can be no store's id is no secret, so nothing need be looked up to hide it.
    String store = request.path("store");
    if (StoreId.problemWith(store).isPresent()) {
      return MISS;
    }
    LookupOutcome outcome =
        lookUpStatus.lookUp(
            new StoreId(store), order.orElseThrow(), postalCode.orElseThrow(), request.source());
    return switch (outcome) {
      case LookupOutcome.Found(StatusView status) -> Answer.ok(StatusJson.of(status));
      case LookupOutcome.NotFound _ -> MISS;
      case LookupOutcome.TooManyTries(Duration pause) ->
          Answer.problem(
              Problem.of(
                      ProblemType.TOO_MANY_TRIES,
                      "Too many tries; please wait a little before the next.")
                  .withHeader("Retry-After", Long.toString(Math.max(1, pause.toSeconds()))));
    };
  }
}
