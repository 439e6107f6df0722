package org.statusevents.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// One thread that runs tasks, timers and sockets. All but [#execute], [#ended] and [#close] is for
/// that thread only, or for before [#start].
final class SelectorLoop implements AutoCloseable {
  private static final int READ_BYTES = 65_536;
  private static final long CLOSE_MILLIS_MAX = 10_000;

  private final Selector selector;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>(Timer::compare);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BYTES);
  private volatile boolean closing;

  /// Whom a channel's events go to.
  interface Events {
    void ready(SelectionKey key);
  }

  private record Timer(long at, Runnable task) {
    /// By difference, as [System#nanoTime] asks.
    static int compare(Timer one, Timer other) {
      return Long.signum(one.at - other.at);
    }
  }

  SelectorLoop(String name) {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /// Once, before [#close].
  void start() {
    thread.start();
  }

  /// Runs the task soon; never where the loop has ended. For any thread.
  void execute(Runnable task) {
    boolean _ = tasks.add(task);
    var _ = selector.wakeup();
  }

  /// Runs the task once, not before `nanos` are over and seldom more than a millisecond later.
  void after(long nanos, Runnable task) {
    boolean _ = timers.add(new Timer(System.nanoTime() + nanos, task));
  }

  SelectionKey register(SelectableChannel channel, int operations, Events events)
      throws IOException {
    var _ = channel.configureBlocking(false);
    return channel.register(selector, operations, events);
  }

  /// An empty buffer to read into, the same each time; what is in it must be used up at once.
  ByteBuffer readBuffer() {
    return readBuffer.clear();
  }

  /// Complete when the loop is; exceptionally where something was thrown in it.
  CompletableFuture<Void> ended() {
    return ended;
  }

  private void run() {
    try {
      while (!closing) {
        runTasks();
        runTimers();
        int _ = selector.select(SelectorLoop::serve, millisToWait());
      }
      closeAll();
      boolean _ = ended.complete(null);
    } catch (IOException | RuntimeException | Error e) {
      closeAll();
      boolean _ = ended.completeExceptionally(e);
      // Loud, since not everybody asks how it ended.
      throw new IllegalStateException("the " + thread.getName() + " loop broke", e);
    }
  }

  private static void serve(SelectionKey key) {
    if (key.isValid() && key.attachment() instanceof Events events) {
      events.ready(key);
    }
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private void runTimers() {
    long now = System.nanoTime();
    for (Timer first = timers.peek(); first != null && first.at - now <= 0; first = timers.peek()) {
      Timer _ = timers.remove();
      first.task.run();
    }
  }

  /// Until the first timer; zero, which is without end, where there is none.
  private long millisToWait() {
    Timer first = timers.peek();
    if (first == null) {
      return 0;
    }
    return 1 + Math.max(0, first.at - System.nanoTime() - 1) / TimeUnit.MILLISECONDS.toNanos(1);
  }

  private void closeAll() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException _) {
      // Nobody uses them any more.
    }
  }

  /// Closes all that was registered and waits for the thread. Harmless when done again.
  @Override
  public void close() {
    closing = true;
    var _ = selector.wakeup();
    try {
      thread.join(CLOSE_MILLIS_MAX);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
