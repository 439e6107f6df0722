package org.statusevents.adapters.persistence;

/// Where the database is and how many connections may be open to it at once. Connections beyond
/// that wait for a short time.
public record PersistenceConfig(String jdbcUrl, String user, String password, int poolSize) {
  public static final int POOL_SIZE_MAX = 200;

  public PersistenceConfig {
    if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "jdbcUrl (expected: jdbc:postgresql://host:port/database)");
    }
    if (poolSize < 1 || poolSize > POOL_SIZE_MAX) {
      throw new IllegalArgumentException(
          "poolSize: " + poolSize + " (expected: 1.." + POOL_SIZE_MAX + ")");
    }
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
