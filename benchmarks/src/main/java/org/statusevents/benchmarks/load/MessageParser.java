package org.statusevents.benchmarks.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Reads the HTTP/1.1 messages of one connection, one after the other, from bytes that come in any
/// pieces. Looks at no more of them than tells where they end. After it has thrown, the connection
/// is of no use.
final class MessageParser {
  private static final int LINE_MAX = 8_192;
  private static final int LINES_MAX = 200;
  private static final int LENGTH_DIGITS_MAX = 15;
  private static final int CHUNK_DIGITS_MAX = 12;
  private static final int KEPT_MAX = 16 << 20;
  private static final byte[] CONTENT_LENGTH = ascii("content-length:");
  private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding:");
  private static final byte[] CONNECTION = ascii("connection:");

  /// Where in a message the next byte belongs.
  private enum Part {
    START_LINE,
    HEADER,
    BODY,
    BODY_UNTIL_CLOSE,
    CHUNK_LENGTH,
    CHUNK,
    CHUNK_END,
    TRAILER,
    WHOLE
  }

  private enum Kind {
    REQUEST,
    ANSWER
  }

  private final Kind kind;
  private Part part = Part.WHOLE;
  private byte[] line = new byte[256];
  private int lineLength;
  private int lines;
  private byte[] body = new byte[512];
  private int bodyLength;
  private int status;
  private boolean chunked;
  private boolean closes;
  private long length;
  private long left;

  private MessageParser(Kind kind) {
    this.kind = kind;
  }

  /// Of requests, whose bodies of up to 16 MiB it keeps.
  static MessageParser ofRequests() {
    return new MessageParser(Kind.REQUEST);
  }

  /// Of answers to anything but HEAD. Keeps their status and not their bodies, and passes over
  /// those below 200.
  static MessageParser ofAnswers() {
    return new MessageParser(Kind.ANSWER);
  }

  /// Takes bytes until a message is whole, and says whether it is. What follows stays in `in`; the
  /// next call begins the next message.
  boolean read(ByteBuffer in) throws ProtocolException {
    if (part == Part.WHOLE) {
      begin();
    }
    while (part != Part.WHOLE && in.hasRemaining()) {
      switch (part) {
        case START_LINE, HEADER, CHUNK_LENGTH, CHUNK_END, TRAILER -> {
          if (lineRead(in)) {
            lineEnded();
            lineLength = 0;
          }
        }
        case BODY, CHUNK, BODY_UNTIL_CLOSE -> readBody(in);
        case WHOLE -> throw new IllegalStateException();
      }
    }
    return part == Part.WHOLE;
  }

  /// Whether the message under way is whole if the connection ends here.
  boolean endedByClose() {
    boolean whole = part == Part.BODY_UNTIL_CLOSE;
    if (whole) {
      part = Part.WHOLE;
    }
    return whole;
  }

  /// Of the last answer.
  int status() {
    return status;
  }

  /// Whether the connection is of no use after the last message.
  boolean closes() {
    return closes;
  }

  /// Holds the last request's body, in its first [#bodyLength] bytes and until the next call.
  byte[] body() {
    return body;
  }

  int bodyLength() {
    return bodyLength;
  }

  private void begin() {
    part = Part.START_LINE;
    lines = 0;
    lineLength = 0;
    bodyLength = 0;
    chunked = false;
    closes = false;
    length = -1;
  }

  /// Moves bytes into the line until it ends, and takes the CR off it.
  private boolean lineRead(ByteBuffer in) throws ProtocolException {
    while (in.hasRemaining()) {
      byte next = in.get();
      if (next == '\n') {
        if (lineLength > 0 && line[lineLength - 1] == '\r') {
          lineLength--;
        }
        return true;
      }
      if (lineLength == line.length) {
        if (lineLength == LINE_MAX) {
          throw new ProtocolException("too long a line");
        }
        line = Arrays.copyOf(line, Math.min(LINE_MAX, 2 * lineLength));
      }
      line[lineLength] = next;
      lineLength++;
    }
    return false;
  }

  private void lineEnded() throws ProtocolException {
    switch (part) {
      case START_LINE -> startLineEnded();
      case HEADER -> {
        if (lineLength == 0) {
          headersEnded();
        } else {
          count();
          headerEnded();
        }
      }
      case CHUNK_LENGTH -> {
        left = hexadecimal();
        part = left == 0 ? Part.TRAILER : Part.CHUNK;
      }
      case CHUNK_END -> {
        if (lineLength != 0) {
          throw new ProtocolException("a chunk that does not end");
        }
        part = Part.CHUNK_LENGTH;
      }
      case TRAILER -> {
        if (lineLength == 0) {
          part = Part.WHOLE;
        } else {
          count();
        }
      }
      case BODY, BODY_UNTIL_CLOSE, CHUNK, WHOLE -> throw new IllegalStateException();
    }
  }

  private void count() throws ProtocolException {
    lines++;
    if (lines > LINES_MAX) {
      throw new ProtocolException("too many headers");
    }
  }

  private void startLineEnded() throws ProtocolException {
    if (lineLength == 0) {
      count();
      return;
    }
    String text = new String(line, 0, lineLength, StandardCharsets.ISO_8859_1);
    int version = kind == Kind.REQUEST ? text.lastIndexOf(' ') + 1 : 0;
    if (!text.startsWith("HTTP/1.", version) || text.length() < version + 8) {
      throw new ProtocolException("not HTTP/1");
    }
    closes = text.charAt(version + 7) == '0';
    if (kind == Kind.ANSWER) {
      if (text.length() < 12 || text.charAt(8) != ' ') {
        throw new ProtocolException("no status");
      }
      status = (int) decimal(9, 12);
    }
    part = Part.HEADER;
  }

  private void headerEnded() throws ProtocolException {
    if (is(CONTENT_LENGTH)) {
      long said = decimal(valueFrom(CONTENT_LENGTH.length), valueTo());
      if (length >= 0 && length != said) {
        throw new ProtocolException("two lengths");
      }
      length = said;
    } else if (is(TRANSFER_ENCODING)) {
      if (!value(TRANSFER_ENCODING.length).equals("chunked")) {
        throw new ProtocolException("an unknown encoding");
      }
      chunked = true;
    } else if (is(CONNECTION)) {
      String said = value(CONNECTION.length);
      if (said.contains("close")) {
        closes = true;
      } else if (said.contains("keep-alive")) {
        closes = false;
      }
    }
  }

  private void headersEnded() throws ProtocolException {
    if (kind == Kind.ANSWER && status < 200) {
      begin();
    } else if (kind == Kind.ANSWER && (status == 204 || status == 304)) {
      part = Part.WHOLE;
    } else if (chunked) {
      part = Part.CHUNK_LENGTH;
    } else if (kind == Kind.REQUEST && length > KEPT_MAX) {
      throw new ProtocolException("too long a body");
    } else if (length > 0) {
      left = length;
      part = Part.BODY;
    } else if (length == 0 || kind == Kind.REQUEST) {
      part = Part.WHOLE;
    } else {
      closes = true;
      part = Part.BODY_UNTIL_CLOSE;
    }
  }

  private void readBody(ByteBuffer in) throws ProtocolException {
    int bytes =
        part == Part.BODY_UNTIL_CLOSE ? in.remaining() : (int) Math.min(left, in.remaining());
    if (kind == Kind.REQUEST) {
      keep(in, bytes);
    } else {
      var _ = in.position(in.position() + bytes);
    }
    left -= bytes;
    if (left == 0 && part != Part.BODY_UNTIL_CLOSE) {
      part = part == Part.BODY ? Part.WHOLE : Part.CHUNK_END;
    }
  }

  private void keep(ByteBuffer in, int bytes) throws ProtocolException {
    int needed = bodyLength + bytes;
    if (needed > KEPT_MAX) {
      throw new ProtocolException("too long a body");
    }
    if (needed > body.length) {
      body = Arrays.copyOf(body, Math.max(needed, 2 * body.length));
    }
    var _ = in.get(body, bodyLength, bytes);
    bodyLength = needed;
  }

  /// Whether the line begins so; `name` is in lower case.
  private boolean is(byte[] name) {
    if (lineLength < name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      byte given = line[i];
      if (name[i] != (given >= 'A' && given <= 'Z' ? given + ('a' - 'A') : given)) {
        return false;
      }
    }
    return true;
  }

  private int valueFrom(int from) {
    int first = from;
    while (first < lineLength && (line[first] == ' ' || line[first] == '\t')) {
      first++;
    }
    return first;
  }

  private int valueTo() {
    int end = lineLength;
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) {
      end--;
    }
    return end;
  }

  private String value(int from) {
    return new String(line, from, lineLength - from, StandardCharsets.ISO_8859_1)
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private long decimal(int from, int to) throws ProtocolException {
    return number(from, to, 10, LENGTH_DIGITS_MAX);
  }

  /// The length of a chunk; what follows it on the line is of no interest.
  private long hexadecimal() throws ProtocolException {
    int end = 0;
    while (end < lineLength && line[end] != ';' && line[end] != ' ') {
      end++;
    }
    return number(0, end, 16, CHUNK_DIGITS_MAX);
  }

  private long number(int from, int to, int radix, int digitsMax) throws ProtocolException {
    if (to <= from || to - from > digitsMax) {
      throw new ProtocolException("no number");
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = line[i] < 0 ? -1 : Character.digit((char) line[i], radix);
      if (digit < 0) {
        throw new ProtocolException("no number");
      }
      number = number * radix + digit;
    }
    return number;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
