package org.statusevents.bootstrap;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.statusevents.application.access.Access;
import org.statusevents.application.access.AccessKey;
import org.statusevents.application.access.ManageKeys;
import org.statusevents.application.access.ManageKeys.MintedKey;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.bootstrap.wiring.Storage;
import org.statusevents.domain.configuration.StoreId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "key",
    description = "Creates, lists and deletes keys directly in the database.",
    synopsisSubcommandLabel = "(create | list | delete)")
final class KeyCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Optional.ofNullable(spec)
            .map(CommandSpec::commandLine)
            .orElseGet(() -> new CommandLine(this)),
        "key: say what to do (expected: create, list or delete)");
  }

  @Command(name = "create", description = "Makes a key and prints it; it is shown this once.")
  int create(
      @Mixin SettingsOptions options,
      @Option(
              names = "--role",
              required = true,
              description = "what it may do: ${COMPLETION-CANDIDATES}")
          Role role,
      @Option(
              names = "--store",
              defaultValue = "*",
              description = "one store's id, or * for all (${DEFAULT-VALUE})")
          String store,
      @Option(names = "--name", required = true, description = "what or whom it is for")
          String name,
      @Option(names = "--expires", description = "as 2027-01-01T00:00:00Z; never without it")
          Optional<String> expires) {
    refuse(AccessKey.problemWithName(name));
    StoreScope scope = scope(store);
    Optional<Instant> end = expires.map(this::instant);
    try (Storage storage = migrated(options)) {
      MintedKey minted = keys(storage).create(scope, role, name, end);
      System.err.println("Key " + minted.key().id() + " was made; it is not shown again.");
      System.out.println(minted.text());
    }
    return 0;
  }

  @Command(name = "list", description = "Prints all keys without their secrets.")
  int list(@Mixin SettingsOptions options) {
    try (Storage storage = migrated(options)) {
      for (AccessKey key : keys(storage).list(new StoreScope.AllStores())) {
        System.out.printf(
            "%-14s %-10s %-20s expires %-22s %s%n",
            key.id(),
            key.role().name().toLowerCase(Locale.ROOT),
            scopeText(key.scope()),
            key.expiresAt().map(Instant::toString).orElse("never"),
            key.name());
      }
    }
    return 0;
  }

  @Command(name = "delete", description = "Deletes a key; it is refused from then on.")
  int delete(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "ID", description = "the key's id, as list prints it") String id) {
    try (Storage storage = migrated(options)) {
      if (keys(storage).delete(id, new StoreScope.AllStores())) {
        System.out.println("Key " + id + " was deleted.");
        return 0;
      }
    }
    System.err.println("There is no key " + id + ".");
    return 1;
  }

  private static Storage migrated(SettingsOptions options) {
    Storage storage = Storage.beside(options.read());
    boolean ready = false;
    try {
      int _ = storage.persistence().migrations().migrate();
      ready = true;
      return storage;
    } finally {
      if (!ready) {
        storage.close();
      }
    }
  }

  private static ManageKeys keys(Storage storage) {
    return Access.manageKeys(
        storage.persistence().accessKeys(), InstantSource.system(), new SecureRandom());
  }

  private StoreScope scope(String store) {
    if (store.equals("*")) {
      return new StoreScope.AllStores();
    }
    refuse(StoreId.problemWith(store));
    return new StoreScope.OneStore(new StoreId(store));
  }

  /// Problems begin with what they are of, which is the option's name.
  private void refuse(Optional<String> problem) {
    problem.ifPresent(found -> {
      throw wrong("--" + found);
    });
  }

  private static String scopeText(StoreScope scope) {
    return switch (scope) {
      case StoreScope.AllStores _ -> "all stores";
      case StoreScope.OneStore(StoreId store) -> store.value();
    };
  }

  private Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw wrong("--expires: \"" + text + "\" (expected: as 2027-01-01T00:00:00Z)");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(
        Optional.ofNullable(spec)
            .map(CommandSpec::commandLine)
            .orElseGet(() -> new CommandLine(this)),
        message);
  }
}
