package org.statusevents.adapters.persistence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the database is and how many connections may be open to it at once. Connections beyond
/// that wait for a short time.
public record PersistenceConfig(String jdbcUrl, String user, String password, int poolSize) {
  public static final int POOL_SIZE_MAX = 200;
  private static final int PORT_MAX = 65_535;
  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql:(//(?<hosts>[^/?\\s]*)/)?[^/?\\s]*(\\?\\S*)?");
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]*)(:(?<port>\\d{1,5}))?");

  public PersistenceConfig {
    problemWith(jdbcUrl)
        .ifPresent(problem -> {
          throw new IllegalArgumentException("jdbcUrl " + problem);
        });
    if (poolSize < 1 || poolSize > POOL_SIZE_MAX) {
      throw new IllegalArgumentException(
          "poolSize: " + poolSize + " (expected: 1.." + POOL_SIZE_MAX + ")");
    }
  }

  /// Why that is no address of a PostgreSQL; says nothing of the address, which may hold a
  /// password.
  public static Optional<String> problemWith(String jdbcUrl) {
    Matcher url = URL.matcher(jdbcUrl);
    return url.matches()
            && Optional.ofNullable(url.group("hosts")).map(PersistenceConfig::areHosts).orElse(true)
        ? Optional.empty()
        : Optional.of("(expected: like jdbc:postgresql://host:5432/database)");
  }

  private static boolean areHosts(String list) {
    for (String text : list.split(",", -1)) {
      Matcher host = HOST.matcher(text);
      if (!host.matches() || !isPort(Optional.ofNullable(host.group("port")).orElse("5432"))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPort(String digits) {
    int port = Integer.parseInt(digits);
    return port >= 1 && port <= PORT_MAX;
  }

  /// Says nothing of the password, nor of the address's parameters, which may hold one.
  @Override
  public String toString() {
    int parameters = jdbcUrl.indexOf('?');
    return "PersistenceConfig["
        + (parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters))
        + ", poolSize="
        + poolSize
        + "]";
  }
}
