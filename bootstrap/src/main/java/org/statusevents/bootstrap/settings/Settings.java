package org.statusevents.bootstrap.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.statusevents.application.housekeeping.Retention;
import org.statusevents.domain.delivery.RetrySchedule;

/// How this node runs. Without a database address an embedded one is kept under `data`. Addresses
/// within `channelAllowCidrs` may be reached by channels although they are private.
public record Settings(
    Optional<DatabaseAddress> database,
    HttpAddress http,
    Path data,
    List<String> channelAllowCidrs,
    Optional<SecretsKey> secretsKey,
    RetrySchedule retries,
    Retention retention) {
  public Settings {
    channelAllowCidrs = List.copyOf(channelAllowCidrs);
  }

  /// A JDBC address of a PostgreSQL, and who to be there.
  public record DatabaseAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {
    /// Says nothing but where: an address may carry a password behind its question mark.
    @Override
    public String toString() {
      int parameters = jdbcUrl.indexOf('?');
      return "DatabaseAddress["
          + (parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters))
          + "]";
    }
  }

  /// Where to listen; port 0 means a free one.
  public record HttpAddress(String host, int port) {}

  /// The key that channels' secrets are sealed with: [#BYTES] bytes, base64.
  public record SecretsKey(String base64) {
    public static final int BYTES = 32;

    @Override
    public String toString() {
      return "SecretsKey[withheld]";
    }
  }
}
