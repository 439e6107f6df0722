package org.statusevents.bootstrap.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.statusevents.adapters.cart.CartAdapters;
import org.statusevents.adapters.cart.CartConfig;
import org.statusevents.adapters.rest.HttpApi;
import org.statusevents.adapters.rest.HttpApiConfig;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.access.ManageKeys;
import org.statusevents.application.access.ManageKeys.MintedKey;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.bootstrap.database.DataFolder;
import org.statusevents.bootstrap.database.StartFailure;
import org.statusevents.bootstrap.delivery.DeliveryWorker;
import org.statusevents.bootstrap.delivery.Heartbeat;
import org.statusevents.bootstrap.delivery.StopSignal;
import org.statusevents.bootstrap.delivery.WorkerLimits;
import org.statusevents.bootstrap.housekeeping.Housekeeper;
import org.statusevents.bootstrap.settings.Settings;
import org.statusevents.bootstrap.settings.Settings.HttpAddress;

/// A running service: database, worker and API.
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final String ADMIN_KEY_FILE = "admin.key";

  private final Shutdown shutdown = new Shutdown();
  private final Storage storage;
  private final URI address;

  private Node(Settings settings, WorkerLimits limits) {
    boolean started = false;
    try {
      storage = shutdown.add("storage", Storage.alone(settings));
      int steps = storage.persistence().migrations().migrate();
      LOG.info("The database is ready (migrations applied now: {})", steps);
      CartAdapters carts =
          shutdown.add(
              "channels",
              CartAdapters.open(
                  CartConfig.standard(settings.channelAllowCidrs(), InstantSource.system())));
      Injector injector = Guice.createInjector(Stage.PRODUCTION, modules(settings, carts, limits));
      writeAdminKey(injector);
      Heartbeat heartbeat = shutdown.add("heartbeat", injector.getInstance(Heartbeat.class));
      DeliveryWorker worker = shutdown.add("worker", injector.getInstance(DeliveryWorker.class));
      HttpApi api = shutdown.add("api", injector.getInstance(HttpApi.class));
      // The first to be closed: calls to receivers end while the API still answers.
      AutoCloseable _ = shutdown.add("claiming", injector.getInstance(StopSignal.class)::stop);
      heartbeat.start();
      worker.start();
      shutdown.add("housekeeper", injector.getInstance(Housekeeper.class)).start();
      address = addressOf(settings.http(), listen(api, settings.http()));
      LOG.info("Listening on {}", address);
      started = true;
    } finally {
      if (!started) {
        shutdown.close();
      }
    }
  }

  /// Brings the database up to date, starts to deliver and listens. Throws
  /// [org.statusevents.bootstrap.database.StartFailure] or
  /// [org.statusevents.application.transaction.StorageUnavailable], with nothing left open.
  public static Node start(Settings settings) {
    return new Node(settings, WorkerLimits.STANDARD);
  }

  /// The same with other bounds on the worker.
  static Node start(Settings settings, WorkerLimits limits) {
    return new Node(settings, limits);
  }

  private List<Module> modules(Settings settings, CartAdapters carts, WorkerLimits limits) {
    List<Module> modules =
        List.of(
            new ClockModule(),
            new MeteringModule(),
            new PersistenceModule(storage.persistence()),
            new CartModule(carts),
            new RecordingModule(),
            new DeliveryModule(settings.retries(), limits, storage.persistence()),
            new HousekeepingModule(settings.retention()),
            new ConfiguringModule(),
            new RestModule(HttpApiConfig.defaults(settings.http().host(), settings.http().port())));
    LOG.debug(
        "Modules: {}", modules.stream().map(module -> module.getClass().getSimpleName()).toList());
    return List.of(Modules.combine(modules), new StrictModule());
  }

  /// On the very first start, so that there is a way in.
  private void writeAdminKey(Injector injector) {
    if (!injector.getInstance(AccessKeys.class).isEmpty()) {
      return;
    }
    ManageKeys keys = injector.getInstance(ManageKeys.class);
    MintedKey minted =
        keys.create(new StoreScope.AllStores(), Role.ADMIN, "first start", Optional.empty());
    Path file = storage.folder().keepSecret(ADMIN_KEY_FILE, minted.text());
    LOG.info("A key for everything was written to {}", file);
  }

  private static int listen(HttpApi api, HttpAddress http) {
    try {
      return api.start();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException why) {
        throw new StartFailure(
            "Cannot listen on port "
                + http.port()
                + " of "
                + http.host()
                + ": "
                + why.getMessage()
                + " (choose with --port and --host)",
            e);
      }
      throw e;
    }
  }

  private static URI addressOf(HttpAddress http, int port) {
    String host = http.host().equals("0.0.0.0") ? "127.0.0.1" : http.host();
    String literal = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + port);
  }

  /// Where the API is, seen from this machine.
  public URI address() {
    return address;
  }

  /// The key that the first start wrote, where it still stands.
  public Optional<String> adminKey() {
    return storage.folder().secret(ADMIN_KEY_FILE);
  }

  public DataFolder folder() {
    return storage.folder();
  }

  @Override
  public void close() {
    shutdown.close();
  }
}
