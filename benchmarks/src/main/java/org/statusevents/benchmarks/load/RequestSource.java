package org.statusevents.benchmarks.load;

import io.vertx.core.buffer.Buffer;

/// What is sent: one request after the other, made by a single thread. Cheap, for it shares the
/// machine with what it measures.
public interface RequestSource {
  Prepared next();

  /// A request to `path`; an empty body is a GET, any other a POST.
  record Prepared(String path, Buffer body) {}
}
