package org.statusevents.bootstrap.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.statusevents.adapters.persistence.PersistenceConfig;
import org.statusevents.application.housekeeping.Retention;
import org.statusevents.bootstrap.settings.Settings.DatabaseAddress;
import org.statusevents.bootstrap.settings.Settings.HttpAddress;
import org.statusevents.bootstrap.settings.Settings.SecretsKey;
import org.statusevents.domain.delivery.RetrySchedule;

/// Turns texts into settings, noting each that cannot be one.
final class SettingsParser {
  private static final int PORT_MAX = 65_535;
  private static final int REFUSALS_MAX = 1_000;
  private static final Duration WAIT_MIN = Duration.ofMillis(1);
  private static final Duration WAIT_MAX = Duration.ofDays(30);
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*/(\\d{1,3})");

  private final Map<Setting, String> values;
  private final List<String> problems;

  SettingsParser(Map<Setting, String> values, List<String> problems) {
    this.values = values;
    this.problems = problems;
  }

  Settings parse() {
    return new Settings(database(), http(), data(), cidrs(), secretsKey(), retries(), retention());
  }

  private Optional<DatabaseAddress> database() {
    Optional<String> user = given(Setting.DATABASE_USER);
    Optional<String> password = given(Setting.DATABASE_PASSWORD);
    Optional<String> url = given(Setting.DATABASE_URL);
    if (url.isEmpty()) {
      if (user.isPresent() || password.isPresent()) {
        problems.add(
            Setting.DATABASE_URL.key()
                + " is missing, though there is a user or a password for it");
      }
      return Optional.empty();
    }
    PersistenceConfig.problemWith(url.get())
        .ifPresent(problem -> problems.add(Setting.DATABASE_URL.key() + " " + problem));
    return Optional.of(new DatabaseAddress(url.get(), user, password));
  }

  private HttpAddress http() {
    String host = text(Setting.HOST);
    if (!HOST.matcher(host).matches()) {
      wrong(Setting.HOST, "a host name or an address");
    }
    return new HttpAddress(host, number(Setting.PORT, 0, PORT_MAX));
  }

  private Path data() {
    try {
      return Path.of(text(Setting.DATA));
    } catch (InvalidPathException e) {
      wrong(Setting.DATA, "the name of a folder");
      return Path.of(Setting.DATA.standard());
    }
  }

  private List<String> cidrs() {
    List<String> cidrs =
        Arrays.stream(text(Setting.CHANNEL_ALLOW_CIDRS).split(",", -1))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    for (String cidr : cidrs) {
      if (!isCidr(cidr)) {
        problems.add(
            Setting.CHANNEL_ALLOW_CIDRS.key()
                + ": \""
                + cidr
                + "\" (expected: like 10.0.0.0/8 or fd00::/8)");
      }
    }
    return cidrs;
  }

  private static boolean isCidr(String text) {
    Matcher four = IPV4.matcher(text);
    if (four.matches()) {
      for (int part = 1; part <= 4; part++) {
        if (Integer.parseInt(four.group(part)) > 255) {
          return false;
        }
      }
      return Integer.parseInt(four.group(5)) <= 32;
    }
    Matcher six = IPV6.matcher(text);
    return six.matches() && Integer.parseInt(six.group(1)) <= 128;
  }

  private Optional<SecretsKey> secretsKey() {
    Optional<String> text = given(Setting.SECRETS_KEY);
    if (text.isPresent() && !isKey(text.get())) {
      problems.add(
          Setting.SECRETS_KEY.key() + " (expected: " + SecretsKey.BYTES + " bytes in base64)");
    }
    return text.map(SecretsKey::new);
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == SecretsKey.BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private RetrySchedule retries() {
    return new RetrySchedule(
        duration(Setting.RETRY_FIRST),
        duration(Setting.RETRY_LONGEST),
        duration(Setting.RETRY_PATIENCE),
        number(Setting.RETRY_REFUSALS, 1, REFUSALS_MAX));
  }

  private Retention retention() {
    int history = number(Setting.HISTORY_MONTHS, Retention.MONTHS_MIN, Retention.MONTHS_MAX);
    int ledger = number(Setting.LEDGER_MONTHS, Retention.MONTHS_MIN, Retention.MONTHS_MAX);
    if (history < ledger) {
      wrong(Setting.HISTORY_MONTHS, "at least " + Setting.LEDGER_MONTHS.key() + ", " + ledger);
    }
    return new Retention(
        Math.max(history, ledger),
        ledger,
        duration(
            Setting.OPERATIONS_KEPT, Retention.OPERATIONS_MIN, Retention.OPERATIONS_MAX, "P30D"));
  }

  private Duration duration(Setting setting) {
    return duration(setting, WAIT_MIN, WAIT_MAX, "PT2S");
  }

  private Duration duration(Setting setting, Duration least, Duration most, String example) {
    try {
      Duration duration = Duration.parse(text(setting));
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Told below, like one out of range.
    }
    wrong(setting, "a duration of " + least + " to " + most + ", as " + example);
    return Duration.parse(setting.standard());
  }

  private int number(Setting setting, int least, int most) {
    String text = text(setting);
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(setting, least + ".." + most);
    return least;
  }

  private Optional<String> given(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  private String text(Setting setting) {
    return given(setting).orElse(setting.standard());
  }

  private void wrong(Setting setting, String expected) {
    problems.add(setting.key() + ": \"" + text(setting) + "\" (expected: " + expected + ")");
  }
}
