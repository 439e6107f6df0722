package org.statusevents.bootstrap;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.persistence.DatabaseRefusal;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.bootstrap.database.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// `statusevents COMMAND`: ends with 0 when all went well, 1 when something did not, 2 when the
/// command line makes no sense.
@Command(
    name = "statusevents",
    description = "Tells merchants, carts and customers where an order stands.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Main.Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      MigrateCommand.class,
      KeyCommand.class,
      ImportCommand.class,
      HousekeepingCommand.class,
      SettingsCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs a command to its end and answers the exit code.
  static int run(String... arguments) {
    CommandLine commandLine =
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(new Failures());
    if (arguments.length == 0) {
      commandLine.usage(System.err);
      return CommandLine.ExitCode.USAGE;
    }
    return commandLine.execute(arguments);
  }

  /// What an operator can mend is told in a sentence; a fault of ours with all that helps to find
  /// it.
  static final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed)
        throws Exception {
      return switch (e) {
        case WrongSettings wrong -> told(wrong.getMessage(), CommandLine.ExitCode.USAGE);
        case StartFailure failure -> told(failure.getMessage(), CommandLine.ExitCode.SOFTWARE);
        case StorageUnavailable _ ->
            told(
                "The database does not answer: is it running, and at the address that"
                    + " STATUSEVENTS_DATABASE_URL names?",
                CommandLine.ExitCode.SOFTWARE);
        case DatabaseRefusal refusal ->
            told(
                "The database of STATUSEVENTS_DATABASE_URL will not do: " + refusal.getMessage(),
                CommandLine.ExitCode.SOFTWARE);
        default -> throw e;
      };
    }

    private static int told(@Nullable String sentence, int exitCode) {
      System.err.println("statusevents: " + sentence);
      return exitCode;
    }
  }

  /// The release, as the jar says.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
              .orElse("(not packaged)");
      return new String[] {"Status Events " + version};
    }
  }
}
