package org.statusevents.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Does to each request what a test wants; a connection that the test closed stays closed.
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Script script;

  interface Script {
    /// `connection` counts from one.
    void answer(Socket socket, int connection) throws IOException;
  }

  ScriptedServer(Script script) throws IOException {
    this.script = script;
    threads.execute(this::accept);
  }

  LoadTarget target() {
    return new LoadTarget("127.0.0.1", listener.getLocalPort(), "key");
  }

  int connections() {
    return connections.get();
  }

  List<String> requests() {
    return requests;
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        int number = connections.incrementAndGet();
        threads.execute(() -> serve(socket, number));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      MessageParser parser = MessageParser.ofRequests();
      StringBuilder heard = new StringBuilder();
      for (int next = in.read(); next >= 0; next = in.read()) {
        heard.append((char) next);
        if (parser.read(ByteBuffer.wrap(new byte[] {(byte) next}))) {
          requests.add(heard.toString());
          heard.setLength(0);
          script.answer(socket, number);
          if (socket.isClosed()) {
            return;
          }
        }
      }
    } catch (IOException e) {
      // The other side is gone.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
