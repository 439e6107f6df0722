package org.statusevents.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class KeyCommandTest {
  private static final String TOO_LONG =
      "1234567890123456789012345678901234567890123456789012345678901234567890"
          + "1234567890123456789012345678901";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", " ", TOO_LONG})
  void aKeyIsNotMadeUnderANameThatIsNone(String name) {
    StringWriter said = new StringWriter();
    int exitCode =
        new CommandLine(new KeyCommand())
            .setErr(new PrintWriter(said))
            .execute("create", "--data=" + folder, "--role=READ", "--name=" + name);

    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(said.toString()).contains("--name: (expected: 1..100 characters)");
    assertThat(folder).isEmptyDirectory();
  }
}
