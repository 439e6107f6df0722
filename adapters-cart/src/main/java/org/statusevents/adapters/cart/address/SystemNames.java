package org.statusevents.adapters.cart.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the machine's resolver, which knows no time limit, on threads of its own: a name server
/// that hangs would hold the virtual threads' carriers otherwise.
public final class SystemNames implements AddressGuard.NameLookup, AutoCloseable {
  private static final int LOOKUPS_MAX = 32;
  private static final long IDLE_SECONDS_MAX = 30;

  private final Duration patience;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          LOOKUPS_MAX,
          IDLE_SECONDS_MAX,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());

  public SystemNames(Duration patience) {
    this.patience = patience;
  }

  @Override
  public List<InetAddress> addresses(String host) throws UnknownHostException {
    try {
      Future<List<InetAddress>> answer =
          threads.submit(() -> List.of(InetAddress.getAllByName(host)));
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw notFound("no such host", e);
    } catch (TimeoutException e) {
      throw notFound("no answer from the name server in time", e);
    } catch (RejectedExecutionException e) {
      throw notFound("too many names are being looked up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notFound("interrupted", e);
    }
  }

  private static UnknownHostException notFound(String why, Throwable cause) {
    UnknownHostException exception = new UnknownHostException(why);
    exception.initCause(cause);
    return exception;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
