package org.statusevents.benchmarks.faults.journal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// A file of entries in the order in which they were written. Safe for many threads, which share
/// what it costs to get bytes onto the disk.
public final class Journal implements AutoCloseable {
  private final FileChannel file;
  private final ReentrantLock forcing = new ReentrantLock();
  private final Object writing = new Object();
  private long written;
  private long forced;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /// Starts an empty one.
  public static Journal create(Path path) {
    try {
      return new Journal(
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// On the disk when this returns.
  public void write(Entry entry) {
    byte[] line = (Lines.write(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      long mine;
      synchronized (writing) {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
          int _ = file.write(bytes);
        }
        written++;
        mine = written;
      }
      force(mine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whoever waited while another forced finds its own line forced already.
  private void force(long mine) throws IOException {
    forcing.lock();
    try {
      if (forced >= mine) {
        return;
      }
      long all;
      synchronized (writing) {
        all = written;
      }
      file.force(false);
      forced = all;
    } finally {
      forcing.unlock();
    }
  }

  /// All entries of that journal. A last line without an end is no entry: nobody relied on it.
  public static List<Entry> read(Path path) {
    List<Entry> entries = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    try (Reader in = Files.newBufferedReader(path)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          entries.add(Lines.read(line.toString()));
          line.setLength(0);
        } else {
          line.append((char) next);
        }
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
