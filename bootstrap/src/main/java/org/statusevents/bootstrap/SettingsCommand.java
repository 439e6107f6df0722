package org.statusevents.bootstrap;

import org.statusevents.bootstrap.settings.Setting;
import picocli.CommandLine.Command;

@Command(name = "settings", description = "Lists every setting with its default and what it means.")
final class SettingsCommand implements Runnable {
  @Override
  public void run() {
    for (Setting setting : Setting.values()) {
      System.out.printf(
          "%-34s %s%s%n",
          setting.key(),
          setting.description(),
          setting.standard().isEmpty() ? "" : " (" + setting.standard() + ")");
    }
  }
}
