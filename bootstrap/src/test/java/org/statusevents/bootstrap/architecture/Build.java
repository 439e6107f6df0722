package org.statusevents.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the build says there is: its modules, their classes and their sources.
public final class Build {
  private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
  private static final Pattern INCLUDE =
      Pattern.compile("<include>\\*\\*/\\*(\\w+)\\.java</include>");
  private static final String PROGRAM = "bootstrap";
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize().getParent();

  private Build() {}

  /// What the program is made of, `bootstrap` last.
  public static List<String> modules() {
    List<String> all = allModules();
    return all.subList(0, all.indexOf(PROGRAM) + 1);
  }

  /// What is built after the program, and so cannot be part of it.
  public static List<String> modulesAfterTheProgram() {
    List<String> all = allModules();
    return all.subList(all.indexOf(PROGRAM) + 1, all.size());
  }

  private static List<String> allModules() {
    return MODULE.matcher(read(ROOT.resolve("pom.xml"))).results().map(m -> m.group(1)).toList();
  }

  public static JavaClasses classesOf(String module) {
    return new ClassFileImporter().importPath(ROOT.resolve(module).resolve("target/classes"));
  }

  public static JavaClasses mainClasses() {
    return new ClassFileImporter().importPaths(paths("target/classes"));
  }

  public static JavaClasses testClasses() {
    return new ClassFileImporter().importPaths(paths("target/test-classes"));
  }

  /// With the module's own classes, since contracts are among those of the testkit.
  public static JavaClasses testsOf(String module) {
    Path target = ROOT.resolve(module).resolve("target");
    return new ClassFileImporter()
        .importPaths(target.resolve("classes"), target.resolve("test-classes"));
  }

  /// The ends of the names of classes that are run as tests: first those of surefire, which runs in
  /// every module, then those of failsafe, which runs where a module says so.
  public static Set<String> testNames(String module) {
    List<String> ends =
        INCLUDE.matcher(read(ROOT.resolve("pom.xml"))).results().map(m -> m.group(1)).toList();
    boolean failsafe =
        read(ROOT.resolve(module).resolve("pom.xml")).contains("maven-failsafe-plugin");
    return Set.copyOf(failsafe ? ends : ends.subList(0, 1));
  }

  public static List<Path> mainSources() {
    return paths("src/main/java").stream().flatMap(Build::sourcesBelow).toList();
  }

  public static List<Path> badSources() {
    return sourcesBelow(ROOT.resolve("bootstrap/src/test/java/org/statusevents/bootstrap/bad"))
        .toList();
  }

  private static List<Path> paths(String folder) {
    return modules().stream()
        .map(module -> ROOT.resolve(module).resolve(folder))
        .filter(Files::isDirectory)
        .toList();
  }

  private static Stream<Path> sourcesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
