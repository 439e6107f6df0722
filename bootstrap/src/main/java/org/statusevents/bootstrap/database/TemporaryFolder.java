package org.statusevents.bootstrap.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that is gone, with all that is in it, when it is closed.
public record TemporaryFolder(Path path) implements AutoCloseable {

  /// Made for its owner alone.
  public static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("statusevents"));
    } catch (IOException e) {
      throw new StartFailure("No temporary folder can be made: " + e, e);
    }
  }

  @Override
  public void close() {
    delete(path);
  }

  static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(root + " cannot be deleted", e);
    }
  }
}
