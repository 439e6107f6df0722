package org.statusevents.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.Consumer;
import org.statusevents.benchmarks.load.RequestSource.Prepared;

/// A kept-alive connection with one request under way at most. Opened for the first request, and
/// anew after it broke. Lives on one loop.
final class LoadConnection implements SelectorLoop.Events {
  static final String TOO_LATE = SocketTimeoutException.class.getSimpleName();
  private static final int REQUEST_BYTES = 1_024;

  private final SelectorLoop loop;
  private final InetSocketAddress address;
  private final RequestWriter writer;
  private final Consumer<LoadConnection> free;
  private Optional<Wire> wire = Optional.empty();
  private Optional<Consumer<Outcome>> underWay = Optional.empty();
  private MessageParser parser = MessageParser.ofAnswers();
  private ByteBuffer out = ByteBuffer.allocate(REQUEST_BYTES);
  private long began;

  /// `free` is told each time that a request is done, before the request's own `whenDone`.
  LoadConnection(
      SelectorLoop loop, LoadTarget target, RequestWriter writer, Consumer<LoadConnection> free) {
    this.loop = loop;
    this.address = new InetSocketAddress(target.host(), target.port());
    this.writer = writer;
    this.free = free;
  }

  /// Sends the request; only where none is under way.
  void begin(Prepared prepared, Consumer<Outcome> whenDone) {
    underWay = Optional.of(whenDone);
    began = System.nanoTime();
    out = writer.write(prepared, out);
    try {
      if (wire.isPresent()) {
        wire.get().write(out);
      } else {
        open();
      }
    } catch (IOException e) {
      broken(e);
    }
  }

  void giveUpAfter(long nanosMax, long now) {
    if (underWay.isPresent() && now - began > nanosMax) {
      broken(new SocketTimeoutException());
    }
  }

  private void open() throws IOException {
    SocketChannel channel = SocketChannel.open();
    Wire opened = new Wire(channel, loop, this);
    wire = Optional.of(opened);
    parser = MessageParser.ofAnswers();
    var _ = channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    if (channel.connect(address)) {
      opened.write(out);
    }
  }

  @Override
  public void ready(SelectionKey key) {
    if (wire.isEmpty()) {
      return;
    }
    Wire open = wire.get();
    try {
      if (key.isConnectable()) {
        open.connected();
        open.write(out);
      } else {
        if (key.isWritable()) {
          open.write(out);
        }
        if (key.isReadable()) {
          read(open);
        }
      }
    } catch (IOException e) {
      broken(e);
    }
  }

  private void read(Wire open) throws IOException {
    ByteBuffer in = loop.readBuffer();
    boolean more = open.read(in);
    // An idle connection has nothing to say but that it ends.
    boolean whole = underWay.isPresent() && (more ? parser.read(in) : parser.endedByClose());
    if (whole) {
      if (parser.closes() || out.hasRemaining() || in.hasRemaining()) {
        close();
      }
      done(new Outcome.Answered(parser.status()));
    } else if (!more || underWay.isEmpty()) {
      throw new EOFException();
    }
  }

  private void broken(IOException why) {
    close();
    done(new Outcome.Failed(why.getClass().getSimpleName()));
  }

  private void close() {
    wire.ifPresent(Wire::close);
    wire = Optional.empty();
  }

  private void done(Outcome outcome) {
    Optional<Consumer<Outcome>> told = underWay;
    underWay = Optional.empty();
    if (told.isPresent()) {
      free.accept(this);
      told.get().accept(outcome);
    }
  }
}
