package org.statusevents.adapters.rest;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Closes connections on which no whole request head arrives in time.
final class SilentConnections {
  private final Vertx vertx;
  private final Duration arrivalMax;
  private final Set<HttpConnection> silent = ConcurrentHashMap.newKeySet();

  SilentConnections(Vertx vertx, Duration arrivalMax) {
    this.vertx = vertx;
    this.arrivalMax = arrivalMax;
  }

  void opened(HttpConnection connection) {
    silent.add(connection);
    var _ =
        vertx.setTimer(
            arrivalMax.toMillis(),
            _ -> {
              if (silent.remove(connection)) {
                var _ = connection.close();
              }
            });
  }

  void spoke(HttpConnection connection) {
    silent.remove(connection);
  }
}
