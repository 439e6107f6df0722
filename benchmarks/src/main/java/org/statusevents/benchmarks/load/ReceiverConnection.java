package org.statusevents.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// A sender's connection: takes requests as they come and answers each in turn. Lives on one loop.
final class ReceiverConnection implements SelectorLoop.Events {
  private static final int ANSWER_BYTES = 16_384;

  private final SelectorLoop loop;
  private final Bodies bodies;
  private final Wire wire;
  private final MessageParser parser = MessageParser.ofRequests();
  private final ByteBuffer out = ByteBuffer.allocate(ANSWER_BYTES).limit(0);
  private boolean closes;

  /// Takes a body, which is the first `length` bytes of `body`, and gives the whole answer.
  interface Bodies {
    byte[] answer(byte[] body, int length);
  }

  ReceiverConnection(SocketChannel channel, SelectorLoop loop, Bodies bodies) throws IOException {
    this.loop = loop;
    this.bodies = bodies;
    wire = new Wire(channel, loop, this);
  }

  @Override
  public void ready(SelectionKey key) {
    try {
      if (key.isReadable()) {
        read();
      }
      wire.write(out);
      if (closes) {
        wire.close();
      }
    } catch (IOException _) {
      // The sender is gone or speaks something else.
      wire.close();
    }
  }

  private void read() throws IOException {
    ByteBuffer in = loop.readBuffer();
    if (!wire.read(in)) {
      throw new EOFException();
    }
    var _ = out.compact();
    while (!closes && in.hasRemaining() && parser.read(in)) {
      byte[] answer = bodies.answer(parser.body(), parser.bodyLength());
      if (answer.length > out.remaining()) {
        throw new IOException("sends and does not read");
      }
      var _ = out.put(answer);
      closes = parser.closes();
    }
    var _ = out.flip();
  }
}
