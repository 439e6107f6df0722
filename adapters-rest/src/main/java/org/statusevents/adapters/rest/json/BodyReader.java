package org.statusevents.adapters.rest.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;

/// Reads JSON strictly: UTF-8 only, every key once, nothing after the document, and bounds on
/// depth, strings and numbers. Whatever breaks this is malformed (400).
public final class BodyReader {
  public static final int DEPTH_MAX = 32;
  public static final int STRING_LENGTH_MAX = 8 * 1024;
  private static final int NUMBER_LENGTH_MAX = 40;
  private static final int NAME_LENGTH_MAX = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxStringLength(STRING_LENGTH_MAX)
                          .maxNumberLength(NUMBER_LENGTH_MAX)
                          .maxNameLength(NAME_LENGTH_MAX)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  private BodyReader() {}

  /// The document in `body`; throws [ProblemException] where it is malformed.
  public static JsonNode read(byte[] body) {
    return read(text(body));
  }

  /// The document in `text`; throws [ProblemException] where it is malformed.
  public static JsonNode read(String text) {
    if (text.isBlank()) {
      throw malformed("The body is empty (expected: a JSON document).");
    }
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw malformed("The body is not the JSON that is expected: " + reason(e));
    } catch (NumberFormatException _) {
      // What the parser says of exponents that no number can have.
      throw malformed("The body holds a number that is out of all range.");
    }
  }

  /// The text in `body`; throws [ProblemException] where it is not UTF-8.
  public static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException _) {
      throw malformed("The body is not UTF-8.");
    }
  }

  /// SHA-256 over the document with sorted keys and no blanks: equal for documents that say the
  /// same.
  public static String digest(JsonNode document) {
    try {
      byte[] canonical = MAPPER.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JacksonException e) {
      throw new IllegalStateException("a document that was read cannot be written", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage();
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    JsonLocation at = e.getLocation();
    return at == null
        ? first
        : first + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }
}
