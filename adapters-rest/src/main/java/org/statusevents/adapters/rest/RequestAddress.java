package org.statusevents.adapters.rest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The address of a request as it was sent, path and query.
final class RequestAddress {
  private static final int ESCAPE_LENGTH = 3;

  private RequestAddress() {}

  /// True where it is ASCII and all that is written as `%` and two digits is UTF-8 together. What
  /// decodes addresses later would replace the rest, or fail.
  static boolean isReadable(String address) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(address.length());
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c > '~') {
        return false;
      }
      if (c == '%') {
        int high = digit(address, i + 1);
        int low = digit(address, i + 2);
        if (high < 0 || low < 0) {
          return false;
        }
        decoded.write(high * 16 + low);
        i += ESCAPE_LENGTH - 1;
      } else {
        decoded.write(c);
      }
    }
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded.toByteArray()));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  /// The value of the hexadecimal digit at `index`; negative where there is none.
  private static int digit(String text, int index) {
    return index < text.length() ? Character.digit(text.charAt(index), 16) : -1;
  }
}
