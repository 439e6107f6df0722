package org.statusevents.adapters.cart.seti;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Calls as a receiver's script sees them.
final class SetiCalls {
  static final Map<String, String> LOGIN =
      Map.of("user", "Xk29-user", "password", "p&w=d +%4/é", "code", "S-77");

  private SetiCalls() {}

  /// The form's fields by name, in the order in which they came; a field that comes twice is a bug.
  static Map<String, String> fields(LoggedRequest request) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : request.getBodyAsString().split("&", -1)) {
      String[] parts = field.split("=", -1);
      if (parts.length != 2 || fields.put(decoded(parts[0]), decoded(parts[1])) != null) {
        throw new AssertionError("not a field of its own: " + field);
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
