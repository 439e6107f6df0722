package org.statusevents.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.statusevents.benchmarks.load.RequestSource.Prepared;

/// Lays requests out as bytes; all but path, length and body is made once.
final class RequestWriter {
  private static final byte[] GET = ascii("GET ");
  private static final byte[] POST = ascii("POST ");
  private static final byte[] END = ascii("\r\n\r\n");
  private static final int LENGTH_DIGITS_MAX = 10;

  private final byte[] headersOfGet;
  private final byte[] headersOfPost;

  RequestWriter(LoadTarget target) {
    String both =
        " HTTP/1.1\r\nHost: "
            + target.host()
            + ":"
            + target.port()
            + "\r\nAuthorization: Bearer "
            + target.key();
    headersOfGet = ascii(both);
    headersOfPost = ascii(both + "\r\nContent-Type: application/json\r\nContent-Length: ");
  }

  /// The request, ready to be sent, in `spare` where it fits and else in a larger buffer.
  ByteBuffer write(Prepared prepared, ByteBuffer spare) {
    int bodyLength = prepared.body().length();
    byte[] path = ascii(prepared.path());
    int room =
        POST.length
            + path.length
            + headersOfPost.length
            + LENGTH_DIGITS_MAX
            + END.length
            + bodyLength;
    ByteBuffer out = room <= spare.capacity() ? spare.clear() : ByteBuffer.allocate(2 * room);
    if (bodyLength == 0) {
      return out.put(GET).put(path).put(headersOfGet).put(END).flip();
    }
    var _ =
        out.put(POST)
            .put(path)
            .put(headersOfPost)
            .put(ascii(Integer.toString(bodyLength)))
            .put(END);
    var _ = prepared.body().getBytes(out.array(), out.position());
    return out.position(out.position() + bodyLength).flip();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
