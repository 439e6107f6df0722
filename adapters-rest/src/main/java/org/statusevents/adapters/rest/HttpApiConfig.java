package org.statusevents.adapters.rest;

import java.time.Duration;

/// How the API listens and what it bounds.
///
/// @param host the address to listen on
/// @param port 0 for any that is free
/// @param concurrentRequestsMax requests worked on at once; near the size of the database pool
/// @param waitingRequestsMax requests that may wait for their turn; more are refused (503)
/// @param waitMax how long one waits for its turn before it is refused (503)
/// @param arrivalMax how long a request may take to arrive, headers and body each
/// @param idleMax how long a connection may be silent
/// @param behindProxy true where all requests come through a proxy of ours, which says in
///   `X-Forwarded-For` from where
public record HttpApiConfig(
    String host,
    int port,
    int concurrentRequestsMax,
    int waitingRequestsMax,
    Duration waitMax,
    Duration arrivalMax,
    Duration idleMax,
    boolean behindProxy) {

  public static HttpApiConfig defaults(String host, int port) {
    return new HttpApiConfig(
        host,
        port,
        64,
        512,
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        false);
  }
}
