package org.statusevents.application.lookup;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.decision.UpdateContents;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;

/// A store's labels in the words that customers read. `language` is a language tag such as "de".
public record PublicLabels(StoreConfiguration configuration, String language) {

  /// The public text; empty for no label and for one that is hidden from customers.
  public Optional<String> textOf(Optional<LabelText> label) {
    return label.flatMap(text ->
        configuration
            .labels()
            .find(text)
            .map(
                known -> known.hidden() ? Optional.<String>empty() : Optional.of(publicText(known)))
            .orElse(Optional.of(text.value())));
  }

  public boolean tellsExpectedDates() {
    return UpdateContents.tellsExpectedDates(configuration);
  }

  private String publicText(StatusLabel label) {
    Map<String, String> texts = label.publicText();
    String primary = Locale.forLanguageTag(language).getLanguage();
    for (String tag : new String[] {language, primary, "en"}) {
      if (texts.containsKey(tag)) {
        return texts.get(tag);
      }
    }
    return label.text().value();
  }
}
