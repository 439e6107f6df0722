package org.statusevents.bootstrap.wiring;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.statusevents.adapters.persistence.PersistenceConfig;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.bootstrap.database.DataFolder;
import org.statusevents.bootstrap.database.EmbeddedDatabase;
import org.statusevents.bootstrap.settings.Settings;
import org.statusevents.bootstrap.settings.Settings.DatabaseAddress;
import org.statusevents.bootstrap.settings.Settings.SecretsKey;

/// The database that the settings name, or else the embedded one of the data folder.
public final class Storage implements AutoCloseable {
  private static final String SECRETS_KEY_FILE = "secrets.key";
  private static final String SECRETS_KEY_ID = "1";
  private static final int CONNECTIONS = 24;

  private final Shutdown shutdown = new Shutdown();
  private final DataFolder folder;
  private final PostgresPersistence persistence;

  private Storage(Settings settings, boolean alone) {
    folder = DataFolder.at(settings.data());
    boolean opened = false;
    try {
      PersistenceConfig config =
          settings
              .database()
              .map(Storage::config)
              .orElseGet(() -> config(shutdown.add("database", embedded(alone))));
      persistence =
          shutdown.add(
              "connections",
              new PostgresPersistence(
                  config, SECRETS_KEY_ID, Map.of(SECRETS_KEY_ID, secretsKey(settings))));
      opened = true;
    } finally {
      if (!opened) {
        shutdown.close();
      }
    }
  }

  /// For a service: no other process may use the embedded database's folder.
  static Storage alone(Settings settings) {
    return new Storage(settings, true);
  }

  /// For a quick look beside a service that may be running.
  public static Storage beside(Settings settings) {
    return new Storage(settings, false);
  }

  public PostgresPersistence persistence() {
    return persistence;
  }

  DataFolder folder() {
    return folder;
  }

  private EmbeddedDatabase embedded(boolean alone) {
    return alone ? EmbeddedDatabase.start(folder, 0) : EmbeddedDatabase.startOrJoin(folder);
  }

  private static PersistenceConfig config(DatabaseAddress address) {
    return new PersistenceConfig(
        address.jdbcUrl(), address.user().orElse(""), address.password().orElse(""), CONNECTIONS);
  }

  private static PersistenceConfig config(EmbeddedDatabase database) {
    return new PersistenceConfig(
        database.jdbcUrl(), database.user(), database.password(), CONNECTIONS);
  }

  private byte[] secretsKey(Settings settings) {
    String text =
        settings
            .secretsKey()
            .map(SecretsKey::base64)
            .or(() -> folder.secret(SECRETS_KEY_FILE))
            .orElseGet(this::newSecretsKey);
    return Base64.getDecoder().decode(text);
  }

  private String newSecretsKey() {
    byte[] bytes = new byte[SecretsKey.BYTES];
    new SecureRandom().nextBytes(bytes);
    String text = Base64.getEncoder().encodeToString(bytes);
    var _ = folder.keepSecret(SECRETS_KEY_FILE, text);
    return text;
  }

  @Override
  public void close() {
    shutdown.close();
  }
}
