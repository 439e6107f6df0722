package org.statusevents.bootstrap.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Every name that may be set, in the environment and in the file alike.
public enum Setting {
  DATABASE_URL("", "JDBC address of a PostgreSQL 15 to 18; without one an embedded is kept"),
  DATABASE_USER("", "who to be at the database"),
  DATABASE_PASSWORD("", "that user's password"),
  HOST("127.0.0.1", "address to listen on; 0.0.0.0 for all, as in containers"),
  PORT("8080", "port to listen on; 0 for a free one"),
  DATA("statusevents-data", "folder for keys and the embedded database"),
  CHANNEL_ALLOW_CIDRS("", "private addresses that channels may reach, as 10.0.0.0/8,127.0.0.0/8"),
  SECRETS_KEY("", "32 bytes in base64 that seal channels' secrets; the same on every node"),
  RETRY_FIRST("PT2S", "wait after the first failed send, as ISO-8601 duration"),
  RETRY_LONGEST("PT15M", "longest wait between sends"),
  RETRY_PATIENCE("PT72H", "how long a send may fail before a person must look at it"),
  RETRY_REFUSALS("5", "how often a receiver may say no before a person must look at it"),
  HISTORY_MONTHS(
      "25", "how many whole months of orders' history are kept; no fewer than the ledger"),
  LEDGER_MONTHS("13", "how many whole months are kept of what channels were owed and told"),
  OPERATIONS_KEPT("P30D", "how long an operation's id is known, so that it counts once only");

  private static final String PREFIX = "STATUSEVENTS_";
  private static final int SLIPS_MAX = 3;

  private final String standard;
  private final String description;

  Setting(String standard, String description) {
    this.standard = standard;
    this.description = description;
  }

  static Optional<Setting> find(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  /// The setting that `key` was perhaps meant to be: with or without the prefix, a few letters off.
  static Optional<Setting> nearest(String key) {
    String upper = key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    String name = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
    return Arrays.stream(values())
        .min(Comparator.comparingInt(setting -> slips(name, setting.name())))
        .filter(setting ->
            slips(name, setting.name()) <= Math.min(SLIPS_MAX, setting.name().length() / 2));
  }

  /// How many letters must be changed, added or left out to make one name of the other.
  private static int slips(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  /// True for a name that could only be meant for us.
  static boolean isOurs(String key) {
    return key.startsWith(PREFIX);
  }

  public String key() {
    return PREFIX + name();
  }

  public String standard() {
    return standard;
  }

  public String description() {
    return description;
  }
}
