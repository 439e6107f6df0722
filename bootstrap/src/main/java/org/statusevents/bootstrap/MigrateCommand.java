package org.statusevents.bootstrap;

import java.util.concurrent.Callable;
import org.statusevents.bootstrap.wiring.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "migrate",
    description = "Brings the database to the form that this release needs, and ends.")
final class MigrateCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Override
  public Integer call() {
    try (Storage storage = Storage.beside(options.read())) {
      int steps = storage.persistence().migrations().migrate();
      System.out.println(
          steps == 0 ? "The database was up to date." : "Migrations applied: " + steps + ".");
    }
    return 0;
  }
}
