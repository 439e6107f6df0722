package org.statusevents.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.statusevents.benchmarks.service.ServiceProcess.Program;

/// The program as the launcher names it.
final class Packaged {
  private Packaged() {}

  static Program program(Path log) {
    String jar = System.getProperty("statusevents.jar", "bootstrap/target/statusevents.jar");
    String javaOptions = System.getProperty("statusevents.java.options", "-Xmx256m");
    return new Program(
        Path.of(jar).toAbsolutePath(), List.of(javaOptions.strip().split("\\s+")), log);
  }
}
