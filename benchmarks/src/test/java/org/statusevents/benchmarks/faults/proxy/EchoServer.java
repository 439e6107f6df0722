package org.statusevents.benchmarks.faults.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Says back what it hears, and counts how much it heard.
final class EchoServer implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger heard = new AtomicInteger();
  private final CountDownLatch first = new CountDownLatch(1);

  EchoServer() throws IOException {
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  int heard() {
    return heard.get();
  }

  boolean heardAnything() throws InterruptedException {
    return first.await(10, TimeUnit.SECONDS);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        threads.execute(() -> echo(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void echo(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      byte[] piece = new byte[1_024];
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        int _ = heard.addAndGet(length);
        first.countDown();
        socket.getOutputStream().write(piece, 0, length);
      }
    } catch (IOException e) {
      // Reset, as some tests want it.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
