package org.statusevents.bootstrap.settings;

import java.util.Arrays;
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
  RETRY_REFUSALS("5", "how often a receiver may say no before a person must look at it");

  private static final String PREFIX = "STATUSEVENTS_";

  private final String standard;
  private final String description;

  Setting(String standard, String description) {
    this.standard = standard;
    this.description = description;
  }

  static Optional<Setting> find(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
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
