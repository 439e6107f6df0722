package org.statusevents.adapters.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/// Writes JSON without a tree of it: for answers that are many or long.
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int LENGTH_USUAL = 1024;

  private JsonText() {}

  public static String of(Writing writing) {
    StringWriter text = new StringWriter(LENGTH_USUAL);
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      writing.to(out);
    } catch (IOException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
    return text.toString();
  }

  public interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  public static <T> void list(JsonGenerator out, String name, List<T> items, ItemWriting<T> writing)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (T item : items) {
      writing.to(out, item);
    }
    out.writeEndArray();
  }

  public interface ItemWriting<T> {
    void to(JsonGenerator out, T item) throws IOException;
  }
}
