package org.statusevents.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Report report = new Report();

  @Test
  void aRatioIsToldWithItsTargetAndWhetherItIsMet() throws Exception {
    report.add(
        Figure.of("singles", 2_100, "operations/s", "once, 3 s")
            .comparedTo("yardstick single", Optional.of(1_000.0))
            .ratioAtLeast(2));
    report.add(Figure.of("p99", 61.34, "ms", "once, 3 s").below(50));
    report.note("a word");

    assertThat(report.table())
        .contains("2100", "2.10 x yardstick single", ">= 2 x", "yes", "61.3", "NO", "Note: a word");
    JsonNode figures = new ObjectMapper().readTree(report.json()).path("figures");
    assertThat(figures.path(0).path("ratio").asDouble()).isEqualTo(2.1);
    assertThat(figures.path(0).path("met").asBoolean()).isTrue();
    assertThat(figures.path(1).path("met").asBoolean(true)).isFalse();
    assertThat(figures.path(1).path("measured").asText()).isEqualTo("once, 3 s");
    assertThat(figures.path(1).path("target").asText()).isEqualTo("< 50 ms");
  }

  @Test
  void withoutABaseThereIsNeitherRatioNorTarget() {
    Figure figure =
        Figure.of("singles", 5, "operations/s", "once")
            .comparedTo("yardstick", Optional.empty())
            .ratioAtLeast(2);

    assertThat(figure.ratio()).isEmpty();
    assertThat(figure.target()).isEmpty();
  }

  @Test
  void theLastFigureOfANameIsTheOneThatIsComparedWith() {
    report.add(Figure.of("rate", 1, "x/s", "once"));
    report.add(Figure.of("rate", 2, "x/s", "once"));

    assertThat(report.value("rate")).contains(2.0);
    assertThat(report.value("other")).isEmpty();
  }
}
