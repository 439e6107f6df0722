package org.statusevents.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.statusevents.application.housekeeping.Retention;
import org.statusevents.bootstrap.settings.Settings.DatabaseAddress;
import org.statusevents.bootstrap.settings.Settings.HttpAddress;
import org.statusevents.bootstrap.settings.Settings.SecretsKey;
import org.statusevents.bootstrap.settings.SettingsReader.SettingsOutcome;
import org.statusevents.domain.delivery.RetrySchedule;

final class SettingsTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final Map<String, String> EVERYTHING =
      Map.ofEntries(
          Map.entry("STATUSEVENTS_DATABASE_URL", "jdbc:postgresql://db:5432/shop?ssl=true"),
          Map.entry("STATUSEVENTS_DATABASE_USER", "shop"),
          Map.entry("STATUSEVENTS_DATABASE_PASSWORD", "geheim"),
          Map.entry("STATUSEVENTS_HOST", "0.0.0.0"),
          Map.entry("STATUSEVENTS_PORT", "9090"),
          Map.entry("STATUSEVENTS_DATA", "/var/lib/statusevents"),
          Map.entry("STATUSEVENTS_CHANNEL_ALLOW_CIDRS", "10.0.0.0/8, fd00::/8"),
          Map.entry("STATUSEVENTS_SECRETS_KEY", KEY),
          Map.entry("STATUSEVENTS_RETRY_FIRST", "PT0.5S"),
          Map.entry("STATUSEVENTS_RETRY_LONGEST", "PT1M"),
          Map.entry("STATUSEVENTS_RETRY_PATIENCE", "PT2H"),
          Map.entry("STATUSEVENTS_RETRY_REFUSALS", "3"),
          Map.entry("STATUSEVENTS_HISTORY_MONTHS", "6"),
          Map.entry("STATUSEVENTS_LEDGER_MONTHS", "6"),
          Map.entry("STATUSEVENTS_OPERATIONS_KEPT", "PT72H"));
  private static final Settings EVERYTHING_READ =
      new Settings(
          Optional.of(
              new DatabaseAddress(
                  "jdbc:postgresql://db:5432/shop?ssl=true",
                  Optional.of("shop"),
                  Optional.of("geheim"))),
          new HttpAddress("0.0.0.0", 9090),
          Path.of("/var/lib/statusevents"),
          List.of("10.0.0.0/8", "fd00::/8"),
          Optional.of(new SecretsKey(KEY)),
          new RetrySchedule(Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofHours(2), 3),
          new Retention(6, 6, Duration.ofDays(3)));

  @TempDir private Path folder;

  @Test
  void nothingSetMeansTheDefaults() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new SettingsOutcome.Read(
                new Settings(
                    Optional.empty(),
                    new HttpAddress("127.0.0.1", 8080),
                    Path.of("statusevents-data"),
                    List.of(),
                    Optional.empty(),
                    RetrySchedule.STANDARD,
                    new Retention(25, 13, Duration.ofDays(30)))));
  }

  @Test
  void everySettingIsReadFromTheEnvironment() {
    assertThat(EVERYTHING.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Setting.values()).map(Setting::key).toList());
    assertThat(read(EVERYTHING)).isEqualTo(new SettingsOutcome.Read(EVERYTHING_READ));
  }

  @Test
  void everySettingIsReadFromTheFile() throws IOException {
    StringBuilder text = new StringBuilder("# a comment\n");
    EVERYTHING.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
    assertThat(SettingsReader.read(Map.of(), Map.of(), Optional.of(file(text.toString()))))
        .isEqualTo(new SettingsOutcome.Read(EVERYTHING_READ));
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
    Path file = file("STATUSEVENTS_PORT=1\nSTATUSEVENTS_HOST=file\nSTATUSEVENTS_DATA=file\n");
    SettingsOutcome outcome =
        SettingsReader.read(
            Map.of(Setting.PORT, "3"),
            Map.of("STATUSEVENTS_PORT", "2", "STATUSEVENTS_HOST", "environment"),
            Optional.of(file));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SettingsOutcome.Read.class,
            read -> {
              assertThat(read.settings().http()).isEqualTo(new HttpAddress("environment", 3));
              assertThat(read.settings().data()).isEqualTo(Path.of("file"));
            });
  }

  @Test
  void everythingWrongIsToldAtOnce() throws IOException {
    Path file = file("STATUSEVENTS_PROT=1\nport=2\nSTATUSEVENTS_DATA=a\nSTATUSEVENTS_DATA=b\n");
    Map<String, String> environment = new HashMap<>();
    environment.put("STATUSEVENTS_DATABASE_URL", "mysql://geheim@db");
    environment.put("STATUSEVENTS_HOST", "no host");
    environment.put("STATUSEVENTS_PORT", "65536");
    environment.put("STATUSEVENTS_CHANNEL_ALLOW_CIDRS", "10.0.0.0/33,::1/129,300.0.0.0/8,all");
    environment.put("STATUSEVENTS_SECRETS_KEY", "geheim");
    environment.put("STATUSEVENTS_RETRY_FIRST", "2");
    environment.put("STATUSEVENTS_RETRY_LONGEST", "P1000D");
    environment.put("STATUSEVENTS_RETRY_REFUSALS", "0");
    environment.put("STATUSEVENTS_HISTORY_MONTHS", "12");
    environment.put("STATUSEVENTS_OPERATIONS_KEPT", "PT1S");
    environment.put("STATUSEVENTS_TYPO", "x");
    environment.put("PATH", "/bin");
    SettingsOutcome outcome = SettingsReader.read(Map.of(), environment, Optional.of(file));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SettingsOutcome.Wrong.class,
            wrong ->
                assertThat(wrong.problems())
                    .containsExactlyInAnyOrder(
                        "STATUSEVENTS_DATA stands twice in " + file,
                        "STATUSEVENTS_PROT in "
                            + file
                            + " is not a setting; did you mean STATUSEVENTS_PORT?",
                        "port in " + file + " is not a setting; did you mean STATUSEVENTS_PORT?",
                        "STATUSEVENTS_TYPO in the environment is not a setting",
                        "STATUSEVENTS_DATABASE_URL (expected: like"
                            + " jdbc:postgresql://host:5432/database)",
                        "STATUSEVENTS_HOST: \"no host\" (expected: a host name or an address)",
                        "STATUSEVENTS_PORT: \"65536\" (expected: 0..65535)",
                        "STATUSEVENTS_CHANNEL_ALLOW_CIDRS: \"10.0.0.0/33\" (expected: like"
                            + " 10.0.0.0/8 or fd00::/8)",
                        "STATUSEVENTS_CHANNEL_ALLOW_CIDRS: \"::1/129\" (expected: like"
                            + " 10.0.0.0/8 or fd00::/8)",
                        "STATUSEVENTS_CHANNEL_ALLOW_CIDRS: \"300.0.0.0/8\" (expected: like"
                            + " 10.0.0.0/8 or fd00::/8)",
                        "STATUSEVENTS_CHANNEL_ALLOW_CIDRS: \"all\" (expected: like 10.0.0.0/8 or"
                            + " fd00::/8)",
                        "STATUSEVENTS_SECRETS_KEY (expected: 32 bytes in base64)",
                        "STATUSEVENTS_RETRY_FIRST: \"2\" (expected: a duration of PT0.001S to"
                            + " PT720H, as PT2S)",
                        "STATUSEVENTS_RETRY_LONGEST: \"P1000D\" (expected: a duration of PT0.001S"
                            + " to PT720H, as PT2S)",
                        "STATUSEVENTS_RETRY_REFUSALS: \"0\" (expected: 1..1000)",
                        "STATUSEVENTS_HISTORY_MONTHS: \"12\" (expected: at least"
                            + " STATUSEVENTS_LEDGER_MONTHS, 13)",
                        "STATUSEVENTS_OPERATIONS_KEPT: \"PT1S\" (expected: a duration of PT1H to"
                            + " PT8784H, as P30D)"));
    assertThat(outcome.toString()).doesNotContain("geheim");
  }

  @Test
  void aFileThatIsNotThereIsWrong() {
    Path none = folder.resolve("none");
    assertThat(SettingsReader.read(Map.of(), Map.of(), Optional.of(none)))
        .isEqualTo(new SettingsOutcome.Wrong(List.of(none + " cannot be read: it is not there")));
  }

  @Test
  void onlyANameThatIsNearlyASettingIsTakenForOne() {
    assertThat(Setting.nearest("STATUSEVENTS_DATABASE_URI")).contains(Setting.DATABASE_URL);
    assertThat(Setting.nearest("database.url")).contains(Setting.DATABASE_URL);
    assertThat(Setting.nearest("STATUSEVENTS_RETRY")).isEmpty();
    assertThat(Setting.nearest("STATUSEVENTS_COLOUR")).isEmpty();
  }

  @Test
  void aPasswordWithoutADatabaseIsWrong() {
    assertThat(read(Map.of("STATUSEVENTS_DATABASE_PASSWORD", "geheim")))
        .isEqualTo(
            new SettingsOutcome.Wrong(
                List.of(
                    "STATUSEVENTS_DATABASE_URL is missing, though there is a user or a password for"
                        + " it")));
  }

  @Test
  void secretsAreNeverShown() {
    Settings settings =
        new Settings(
            Optional.of(
                new DatabaseAddress(
                    "jdbc:postgresql://db/shop?password=geheim",
                    Optional.of("shop"),
                    Optional.of("geheim"))),
            EVERYTHING_READ.http(),
            EVERYTHING_READ.data(),
            List.of(),
            Optional.of(new SecretsKey("geheim")),
            RetrySchedule.STANDARD,
            Retention.STANDARD);
    assertThat(settings.toString())
        .doesNotContain("geheim")
        .contains("DatabaseAddress[jdbc:postgresql://db/shop]");
  }

  private static SettingsOutcome read(Map<String, String> environment) {
    return SettingsReader.read(Map.of(), environment, Optional.empty());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("statusevents.properties"), text);
  }
}
