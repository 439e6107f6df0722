package org.statusevents.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// A socket on a loop. Asks the loop for no more events than are needed, since each change of that
/// is a system call.
final class Wire {
  private final SocketChannel channel;
  private final SelectionKey key;

  /// Of a channel that is connected, or is about to be.
  Wire(SocketChannel channel, SelectorLoop loop, SelectorLoop.Events events) throws IOException {
    this.channel = channel;
    key =
        loop.register(
            channel,
            channel.isConnected() ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT,
            events);
  }

  void connected() throws IOException {
    boolean _ = channel.finishConnect();
  }

  /// Sends what it can of `out`; where something is left there is an event when more can be sent.
  void write(ByteBuffer out) throws IOException {
    int _ = channel.write(out);
    int wanted = SelectionKey.OP_READ | (out.hasRemaining() ? SelectionKey.OP_WRITE : 0);
    if (key.interestOps() != wanted) {
      var _ = key.interestOps(wanted);
    }
  }

  /// Reads what there is and makes `in` ready to be taken from; false when the peer has ended.
  boolean read(ByteBuffer in) throws IOException {
    int read = channel.read(in);
    var _ = in.flip();
    return read >= 0;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // Gone either way.
    }
  }
}
