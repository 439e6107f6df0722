package org.statusevents.benchmarks.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// PostgreSQL's first process of one data folder, and those that it started. Handles know when a
/// process began, so that no signal reaches one that came later by the same id.
record Postmaster(ProcessHandle process, List<ProcessHandle> children) {
  private static final long END_SECONDS_MAX = 30;

  Postmaster {
    children = List.copyOf(children);
  }

  /// The one that runs on that folder; there must be one.
  static Postmaster of(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      long pid = Long.parseLong(lines.getFirst().strip());
      return ProcessHandle.of(pid)
          .filter(process -> worksIn(process, data))
          .map(process -> new Postmaster(process, process.children().toList()))
          .orElseThrow(() -> new BenchFailure("the database does not run"));
    } catch (IOException e) {
      throw new BenchFailure("the database does not run: " + e.getMessage(), e);
    }
  }

  /// The first process works in its data folder; an id left by a crash may be anybody's by now.
  private static boolean worksIn(ProcessHandle process, Path data) {
    Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      return !Files.exists(folder) || folder.toRealPath().equals(data.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /// What `pg_ctl --mode=immediate` does.
  void quit() {
    String _ = Programs.run(List.of("kill", "-QUIT", Long.toString(process.pid())), Map.of(), 10);
    await(List.of(process));
  }

  /// Signal 9. Its children find out when they next look; then nothing holds its memory any more.
  void kill() {
    boolean _ = process.destroyForcibly();
    List<ProcessHandle> all = new ArrayList<>(children);
    all.add(process);
    await(all);
  }

  private static void await(List<ProcessHandle> all) {
    try {
      for (ProcessHandle one : all) {
        ProcessHandle _ = one.onExit().get(END_SECONDS_MAX, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new BenchFailure("the database does not end: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }
}
