import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs google-java-format over every Java source below a folder: `Format (check|write|skip) FOLDER`.
///
/// The build starts it as a single-file program on the toolchain's JDK, because the formatter may need a newer one than
/// Maven itself runs on.
public final class Format {
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[1]);
    List<String> command = new ArrayList<>();
    switch (arguments[0]) {
      case "check" -> command.addAll(List.of("--dry-run", "--set-exit-if-changed"));
      case "write" -> command.add("--replace");
      case "skip" -> System.exit(0);
      default -> {
        System.err.println("format: \"" + arguments[0] + "\" (expected: check, write or skip)");
        System.exit(2);
      }
    }
    List<String> sources = sources(root);
    if (sources.isEmpty()) {
      System.exit(0);
    }
    command.addAll(sources);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int result = new Main(out, err, System.in).format(command.toArray(String[]::new));
    if (result != 0 && arguments[0].equals("check")) {
      err.println("The files above are not formatted. Reformat all: mvn -q -N validate -Dformat=write");
    }
    System.exit(result);
  }

  private static List<String> sources(Path root) throws Exception {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.sorted().toList()) {
        Path folder = module.resolve("src");
        if (!Files.isDirectory(folder)) {
          continue;
        }
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith(".java")).sorted().map(Path::toString).forEach(sources::add);
        }
      }
    }
    return sources;
  }
}
