package org.statusevents.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.benchmarks.faults.driving.FaultMix;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import picocli.CommandLine;

final class FaultsCommandTest {
  private static final Optional<String> HINDERED = Optional.of("not root");

  @Test
  void theShortRunKillsStopsAndTerminates() {
    assertThat(parsed().mix(false).counts())
        .isEqualTo(
            new FaultMix()
                .with(FaultKind.NODE_KILLED, 20)
                .with(FaultKind.DATABASE_STOPPED, 5)
                .with(FaultKind.DATABASE_KILLED, 0)
                .with(FaultKind.BACKEND_TERMINATED, 10)
                .with(FaultKind.NODE_FROZEN, 0)
                .counts());
  }

  @Test
  void theLongRunDoesHarmOfEveryKind() {
    assertThat(parsed("--long").mix(true).counts())
        .containsOnlyKeys(FaultKind.values())
        .containsEntry(FaultKind.NODE_KILLED, 200)
        .containsEntry(FaultKind.NODE_FROZEN, 20)
        .allSatisfy((_, count) -> assertThat(count).isPositive());
  }

  @Test
  void singleOptionsChangeTheLongRun() {
    assertThat(parsed("--long", "--kills", "3", "--partitions", "0").mix(true).counts())
        .containsEntry(FaultKind.NODE_KILLED, 3)
        .containsEntry(FaultKind.DATABASE_KILLED, 25)
        .doesNotContainKey(FaultKind.NODE_CUT_OFF);
  }

  @Test
  void theLongRunTakesNamespacesWhereTheyCanBeMade() {
    assertThat(parsed("--long").inNamespaces(Optional.empty())).isTrue();
    assertThat(parsed("--long").inNamespaces(HINDERED)).isFalse();
    assertThat(parsed("--long", "--no-namespaces").inNamespaces(Optional.empty())).isFalse();
  }

  @Test
  void otherRunsTakeThemWhenAsked() {
    assertThat(parsed().inNamespaces(Optional.empty())).isFalse();
    assertThat(parsed("--namespaces").inNamespaces(HINDERED)).isTrue();
  }

  private static FaultsCommand parsed(String... arguments) {
    FaultsCommand command = new FaultsCommand();
    CommandLine.ParseResult _ = new CommandLine(command).parseArgs(arguments);
    return command;
  }
}
