package org.statusevents.benchmarks.faults.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Stands before a server on loopback, on an address of this machine, and passes bytes both ways,
/// with the harm that is set at the moment. Safe for many threads.
public final class FaultProxy implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 1_000;
  private static final int CONNECT_MILLIS_MAX = 5_000;
  private static final int BACKLOG = 100;
  private static final int PIECES_PER_SECOND = 10;

  private final InetSocketAddress upstream;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
  private final Object changed = new Object();
  private final InetSocketAddress address;
  private ServerSocket listener;
  private Future<?> serving = CompletableFuture.completedFuture(null);
  private volatile Harm harm = new Harm.None();
  private volatile boolean closed;

  private FaultProxy(InetSocketAddress upstream, ServerSocket listener) {
    this.upstream = upstream;
    this.listener = listener;
    this.address = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  /// On a free port of loopback, without harm.
  public static FaultProxy before(int upstreamPort) {
    return before(upstreamPort, InetAddress.getLoopbackAddress().getHostAddress());
  }

  /// On a free port of that address of this machine, without harm.
  public static FaultProxy before(int upstreamPort, String host) {
    try {
      FaultProxy proxy =
          new FaultProxy(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), upstreamPort),
              listen(new InetSocketAddress(host, 0)));
      proxy.serve(proxy.listener);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket listen(InetSocketAddress address) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(address, BACKLOG);
    return socket;
  }

  public int port() {
    return address.getPort();
  }

  /// From now on, for connections that stand as for new ones.
  public void harm(Harm next) {
    synchronized (changed) {
      harm = next;
      changed.notifyAll();
    }
  }

  /// Resets every connection that stands now.
  public void sever() {
    pairs.forEach(Pair::reset);
  }

  /// From now on new connections are refused; those that stand go on.
  public synchronized void refuse() {
    closeQuietly(listener);
    try {
      // The system takes connections until nobody waits for one any more.
      Object _ = serving.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the listener ended with a failure", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes connections again after [#refuse].
  public synchronized void takeAgain() {
    if (closed || !listener.isClosed()) {
      return;
    }
    try {
      listener = listen(address);
      serve(listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket socket) {
    serving =
        threads.submit(() -> {
          while (!socket.isClosed()) {
            try {
              Socket client = socket.accept();
              threads.execute(() -> connect(client));
            } catch (IOException e) {
              // Closed, or a client that was gone before it was taken.
            }
          }
        });
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    Pair pair = new Pair(client, server);
    if (closed || pairs.size() >= CONNECTIONS_MAX) {
      pair.reset();
      return;
    }
    boolean _ = pairs.add(pair);
    try {
      server.connect(upstream, CONNECT_MILLIS_MAX);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      threads.execute(() -> pass(pair, server, client, false));
      pass(pair, client, server, true);
    } catch (IOException e) {
      pair.end();
    }
  }

  private void pass(Pair pair, Socket from, Socket to, boolean asking) {
    byte[] piece = new byte[8_192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length = in.read(piece);
      while (length >= 0) {
        if (!passed(piece, length, out, asking)) {
          pair.reset();
          return;
        }
        length = in.read(piece);
      }
      if (harm instanceof Harm.SlowClose(Duration delay)) {
        hold(delay);
      }
      to.shutdownOutput();
      pair.halfDone();
    } catch (IOException e) {
      pair.end();
    }
  }

  /// False where the connection is to be reset.
  private boolean passed(byte[] piece, int length, OutputStream out, boolean asking)
      throws IOException {
    awaitWayOut();
    return switch (harm) {
      case Harm.None _, Harm.SlowClose _, Harm.BlackHole _ -> write(piece, length, out);
      case Harm.Latency(Duration delay) -> {
        hold(delay);
        yield write(piece, length, out);
      }
      case Harm.Reset _ -> false;
      case Harm.ResetAfterCommit _ -> asking && write(piece, length, out);
      case Harm.Bandwidth(int bytesPerSecond) -> {
        slowly(piece, length, out, bytesPerSecond);
        yield true;
      }
    };
  }

  private static boolean write(byte[] piece, int length, OutputStream out) throws IOException {
    out.write(piece, 0, length);
    return true;
  }

  private void slowly(byte[] piece, int length, OutputStream out, int bytesPerSecond)
      throws IOException {
    int step = Math.max(1, bytesPerSecond / PIECES_PER_SECOND);
    for (int from = 0; from < length; from += step) {
      int size = Math.min(step, length - from);
      hold(Duration.ofNanos(1_000_000_000L * size / bytesPerSecond));
      out.write(piece, from, size);
    }
  }

  private void awaitWayOut() throws IOException {
    synchronized (changed) {
      try {
        while (harm instanceof Harm.BlackHole && !closed) {
          changed.wait();
        }
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  /// Waits, whatever becomes of the harm meanwhile, but not for longer than the proxy lives.
  private void hold(Duration delay) throws IOException {
    long until = System.nanoTime() + delay.toNanos();
    synchronized (changed) {
      try {
        for (long left = delay.toNanos(); left > 0 && !closed; left = until - System.nanoTime()) {
          changed.wait(1 + left / 1_000_000);
        }
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IOException("interrupted", e);
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  @Override
  public void close() {
    closed = true;
    refuse();
    synchronized (changed) {
      changed.notifyAll();
    }
    sever();
    threads.close();
  }

  /// The two ends of one connection.
  private final class Pair {
    private final Socket client;
    private final Socket server;
    private boolean oneWayDone;

    Pair(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    synchronized void halfDone() {
      if (oneWayDone) {
        end();
      }
      oneWayDone = true;
    }

    /// Without the usual goodbye: what was under way is lost.
    void reset() {
      for (Socket socket : new Socket[] {client, server}) {
        try {
          socket.setSoLinger(true, 0);
        } catch (IOException e) {
          // Closed already.
        }
      }
      end();
    }

    void end() {
      closeQuietly(client);
      closeQuietly(server);
      boolean _ = pairs.remove(this);
    }
  }
}
