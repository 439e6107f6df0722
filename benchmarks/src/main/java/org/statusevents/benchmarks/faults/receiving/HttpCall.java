package org.statusevents.benchmarks.faults.receiving;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/// What a receiver needs of a request: `webhook-id` and body. Bounded, and no more of HTTP than a
/// sender of bodies with a length uses.
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record HttpCall(String webhookId, byte[] body) {
  private static final int LINE_MAX = 8_192;
  private static final int LINES_MAX = 100;
  private static final int BODY_MAX = 1 << 20;

  /// The next request of a connection; empty where it ends before one begins.
  static Optional<HttpCall> read(InputStream in) throws IOException {
    if (line(in).isEmpty()) {
      return Optional.empty();
    }
    String id = "";
    int length = 0;
    for (int i = 0; i < LINES_MAX; i++) {
      String line = line(in);
      if (line.isEmpty()) {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
          throw new EOFException();
        }
        return Optional.of(new HttpCall(id, body));
      }
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      if (name.equals("webhook-id")) {
        id = value;
      } else if (name.equals("content-length")) {
        length = Math.min(BODY_MAX, Integer.parseInt(value));
      }
    }
    throw new IOException("too many headers");
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (line.length() >= LINE_MAX) {
        throw new IOException("too long a line");
      }
      line.append((char) next);
      next = in.read();
    }
    return line.toString().strip();
  }
}
