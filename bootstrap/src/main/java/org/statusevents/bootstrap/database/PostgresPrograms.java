package org.statusevents.bootstrap.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that the service brings along, unpacked once per user and release.
final class PostgresPrograms {
  private static final String COMPLETE = ".complete";

  private PostgresPrograms() {}

  /// The folder that holds `bin/postgres`, unpacked now if need be. Throws [StartFailure].
  static Path folder(Map<String, String> environment) {
    String resource = resource();
    try {
      Path cache = cache(environment);
      Path folder = cache.resolve("postgresql-" + digest(resource));
      if (!Files.exists(folder.resolve(COMPLETE))) {
        Files.createDirectories(cache);
        unpack(resource, cache, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new StartFailure("The embedded PostgreSQL cannot be unpacked: " + e, e);
    }
  }

  private static String resource() {
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String name =
        switch (machine) {
          case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
          default -> "";
        };
    boolean there =
        System.getProperty("os.name", "").startsWith("Linux")
            && !name.isEmpty()
            && PostgresPrograms.class.getClassLoader().getResource(name) != null;
    if (!there) {
      throw new StartFailure(
          "No embedded PostgreSQL for this kind of machine: name a database in"
              + " STATUSEVENTS_DATABASE_URL.");
    }
    return name;
  }

  private static Path cache(Map<String, String> environment) {
    Path home =
        Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
            .filter(text -> !text.isBlank())
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home", "/"), ".cache"));
    return home.resolve("statusevents");
  }

  private static String digest(String resource) throws IOException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(open(resource), sha)) {
        var _ = in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = PostgresPrograms.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IOException(resource + " is not in the class path");
    }
    return in;
  }

  /// Unpacks beside the target and moves it there whole, so that two starts at once do no harm.
  private static void unpack(String resource, Path cache, Path folder) throws IOException {
    Path part = Files.createTempDirectory(cache, "unpacking");
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(open(resource)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        unpack(entry, tar, part);
        entry = tar.getNextEntry();
      }
    }
    Files.createFile(part.resolve(COMPLETE));
    try {
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      if (!Files.exists(folder.resolve(COMPLETE))) {
        throw e;
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    var _ = Files.copy(tar, target);
    boolean program = (entry.getMode() & 0b001_000_000) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
