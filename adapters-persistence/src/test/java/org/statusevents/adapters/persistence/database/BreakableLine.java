package org.statusevents.adapters.persistence.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.statusevents.adapters.persistence.PersistenceConfig;

/// A way to a database that can be cut, or go dead without a word, and be mended.
public final class BreakableLine implements AutoCloseable {
  private final PersistenceConfig behind;
  private final ServerSocket entrance;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;

  public BreakableLine(PersistenceConfig behind) throws IOException {
    this.behind = behind;
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var _ = Thread.ofVirtual().start(this::accept);
  }

  /// The same database, through this line.
  public PersistenceConfig config() {
    String url = behind.jdbcUrl().replace(":" + port() + "/", ":" + entrance.getLocalPort() + "/");
    return new PersistenceConfig(url, behind.user(), behind.password(), behind.poolSize());
  }

  public void cut() {
    change(State.CUT);
  }

  /// Connections stay open and carry nothing any longer.
  public void goDead() {
    state = State.DEAD;
  }

  public void mend() {
    change(State.WHOLE);
  }

  private void change(State next) {
    state = next;
    ends.forEach(BreakableLine::close);
    ends.clear();
  }

  private int port() {
    return URI.create(behind.jdbcUrl().substring("jdbc:".length())).getPort();
  }

  private void accept() {
    try {
      while (!entrance.isClosed()) {
        Socket caller = entrance.accept();
        ends.add(caller);
        switch (state) {
          case WHOLE -> join(caller);
          case CUT -> close(caller);
          case DEAD -> {}
        }
      }
    } catch (IOException e) {
      if (!entrance.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void join(Socket caller) throws IOException {
    Socket database = new Socket(InetAddress.getLoopbackAddress(), port());
    ends.add(database);
    var _ = Thread.ofVirtual().start(() -> carry(caller, database));
    var _ = Thread.ofVirtual().start(() -> carry(database, caller));
  }

  private void carry(Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (state == State.WHOLE) {
          out.write(bytes, 0, count);
        }
      }
    } catch (IOException e) {
      // One end is closed, and so the other is now: a connection that broke, as it should.
      close(to);
    }
  }

  private static void close(Socket end) {
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    change(State.CUT);
  }

  private enum State {
    WHOLE,
    CUT,
    DEAD
  }
}
