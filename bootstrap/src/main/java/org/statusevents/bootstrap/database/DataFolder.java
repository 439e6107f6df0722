package org.statusevents.bootstrap.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.statusevents.bootstrap.file.FileFailure;

/// The folder that keeps what must outlive the process. Only its owner may look into it.
public final class DataFolder {
  private static final Set<PosixFilePermission> OWNER_ALL =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_READS =
      PosixFilePermissions.fromString("rw-------");
  private static final int SECRET_LENGTH_MAX = 4_096;

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /// The folder at `path`, made if it is not there. Throws [StartFailure].
  public static DataFolder at(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(absolute)) {
        Path parent = absolute.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectory(absolute, PosixFilePermissions.asFileAttribute(OWNER_ALL));
      }
    } catch (IOException e) {
      throw new StartFailure(
          "The data folder " + absolute + " cannot be made: " + FileFailure.reason(e), e);
    }
    if (!Files.isWritable(absolute)) {
      throw new StartFailure("The data folder " + absolute + " cannot be written to.");
    }
    return new DataFolder(absolute);
  }

  public Path path() {
    return path;
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  /// What was kept under `name`; empty when nothing was.
  public Optional<String> secret(String name) {
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (Files.size(file) > SECRET_LENGTH_MAX) {
        throw new StartFailure(file + " is not what was written there.");
      }
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      throw new StartFailure(file + " cannot be read: " + FileFailure.reason(e), e);
    }
  }

  /// Keeps `text` under `name`, readable by the owner alone from the first moment; whole or not at
  /// all.
  public Path keepSecret(String name, String text) {
    Path file = file(name);
    try {
      Path part =
          Files.createTempFile(
              path, name, ".part", PosixFilePermissions.asFileAttribute(OWNER_READS));
      Files.write(part, (text + "\n").getBytes(StandardCharsets.UTF_8));
      return Files.move(
          part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StartFailure(file + " cannot be written: " + FileFailure.reason(e), e);
    }
  }
}
