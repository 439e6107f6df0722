package org.statusevents.adapters.rest.configuring;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.CurrentConfiguration;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Listing;
import org.statusevents.adapters.rest.exchange.Parameters;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.application.access.Role;
import org.statusevents.application.configuring.ChangeConfiguration;
import org.statusevents.application.configuring.ChangeConfiguration.ConfigurationOutcome;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.reading.CountLabels;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;

/// A store's labels.
public final class LabelEndpoints {
  private static final String LABELS = Endpoint.STORE + "/labels";
  private static final String LABEL = LABELS + "/:text";
  private static final int LABELS_MAX = 1_000;

  private final ChangeConfiguration changeConfiguration;
  private final CurrentConfiguration current;
  private final CountLabels countLabels;

  public LabelEndpoints(
      ChangeConfiguration changeConfiguration,
      Configurations configurations,
      CountLabels countLabels) {
    this.changeConfiguration = changeConfiguration;
    this.current = new CurrentConfiguration(configurations);
    this.countLabels = countLabels;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            HttpMethod.GET,
            LABELS,
            new Requirement.InStore(Role.READ),
            BodyRule.NONE,
            Listing.PARAMETERS,
            this::list),
        new Endpoint(
            HttpMethod.PUT,
            LABEL,
            new Requirement.InStore(Role.CONFIGURE),
            BodyRule.JSON,
            this::put),
        new Endpoint(
            HttpMethod.DELETE,
            LABEL,
            new Requirement.InStore(Role.CONFIGURE),
            BodyRule.NONE,
            Set.of("replacement"),
            this::delete),
        new Endpoint(
            HttpMethod.POST,
            LABEL + "/rename",
            new Requirement.InStore(Role.CONFIGURE),
            BodyRule.JSON,
            this::rename));
  }

  private Answer list(Request request) {
    PageRequest page = Listing.page(request);
    StoreConfiguration configuration = current.of(request);
    Page<StatusLabel> labels =
        Listing.slice(configuration.labels().all(), label -> label.text().value(), page);
    LabelUses uses = LabelUses.of(configuration, countLabels);
    return Listing.answer(labels, uses::json);
  }

  private Answer put(Request request) {
    LabelBody body = LabelBody.read(request.path("text"), request.json());
    LabelText text = new LabelText(request.path("text"));
    StoreConfiguration before = current.of(request);
    Optional<StatusLabel> known = before.labels().find(text);
    if (known.isEmpty() && before.labels().all().size() >= LABELS_MAX) {
      throw new ProblemException(
          Problem.invalid("/text", "the store has its " + LABELS_MAX + " labels already"));
    }
    StoreConfiguration now =
        changed(request, new ConfigurationChange.SetLabel(body.over(text, known)));
    return answer(known.isPresent() ? 200 : 201, now, text);
  }

  private Answer delete(Request request) {
    LabelText text = known(request);
    Parameters parameters = new Parameters(request);
    Optional<LabelText> replacement =
        parameters.word("replacement", LabelText::problemWith, LabelText::new);
    parameters.refuseIfAny();
    ConfigurationChange change = new ConfigurationChange.DeleteLabel(text, replacement);
    return switch (change(request, change)) {
      case ConfigurationOutcome.Changed _, ConfigurationOutcome.Unchanged _ -> Answer.noContent();
      case ConfigurationOutcome.Refused(ChangeOutcome.LabelUnknown(LabelText unknown))
          when !unknown.equals(text) || replacement.filter(text::equals).isPresent() ->
          throw new ProblemException(
              Problem.invalid(
                  "replacement",
                  "\"" + unknown + "\" (expected: another label that is not archived)"));
      case ConfigurationOutcome.Refusal refusal -> throw ConfigurationRefusal.of(refusal);
    };
  }

  private Answer rename(Request request) {
    LabelText text = known(request);
    Findings findings = new Findings();
    Fields fields = Fields.of(request.json(), findings);
    Optional<LabelText> newText =
        fields.required("text").word(LabelText::problemWith, LabelText::new);
    fields.noOthers();
    findings.refuseIfAny();
    StoreConfiguration now =
        changed(request, new ConfigurationChange.RenameLabel(text, newText.orElseThrow()));
    return answer(200, now, newText.orElseThrow());
  }

  /// The label of the path; a word that can be no label is an unknown one.
  private static LabelText known(Request request) {
    String word = request.path("text");
    if (LabelText.problemWith(word).isPresent()) {
      throw new ProblemException(
          ProblemType.LABEL_UNKNOWN, "There is no such label in the store's list.");
    }
    return new LabelText(word);
  }

  private StoreConfiguration changed(Request request, ConfigurationChange change) {
    return switch (change(request, change)) {
      case ConfigurationOutcome.Changed(var _, StoreConfiguration now) -> now;
      case ConfigurationOutcome.Unchanged(StoreConfiguration now) -> now;
      case ConfigurationOutcome.Refusal refusal -> throw ConfigurationRefusal.of(refusal);
    };
  }

  private ConfigurationOutcome change(Request request, ConfigurationChange change) {
    return changeConfiguration.change(request.store(), change, Optional.empty(), request.actor());
  }

  private Answer answer(int status, StoreConfiguration now, LabelText text) {
    StatusLabel label =
        now.labels().find(text).orElseThrow(() -> ConfigurationRefusal.labelUnknown(text));
    return Answer.json(status, LabelUses.of(now, countLabels).jsonWithWarnings(label));
  }
}
