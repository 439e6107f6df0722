package org.statusevents.bootstrap;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.application.housekeeping.HouseReport;
import org.statusevents.application.housekeeping.Housekeeping;
import org.statusevents.application.housekeeping.KeepHouse.Mode;
import org.statusevents.bootstrap.housekeeping.HouseSentences;
import org.statusevents.bootstrap.settings.Settings;
import org.statusevents.bootstrap.wiring.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "housekeeping",
    description = "Makes room for the months to come and lets go of what is old, and ends.",
    footer = {
      "",
      "A running service does the same every hour. What is not delivered yet is never let go."
    })
final class HousekeepingCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(names = "--dry-run", description = "only says what it would do")
  private boolean dryRun;

  @Override
  public Integer call() {
    Settings settings = options.read();
    Mode mode = dryRun ? Mode.DRY_RUN : Mode.FOR_REAL;
    try (Storage storage = Storage.beside(settings)) {
      PostgresPersistence persistence = storage.persistence();
      int _ = persistence.migrations().migrate();
      HouseReport report =
          Housekeeping.keepHouse(
                  persistence.storedMonths(),
                  persistence.leftovers(),
                  settings.retention(),
                  InstantSource.system())
              .keep(mode);
      HouseSentences.of(report, mode).forEach(System.out::println);
    }
    return 0;
  }
}
