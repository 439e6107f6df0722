package org.statusevents.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/// Whether the build runs every test that is written. It finds classes by the ends of their names,
/// so a class of another name, or one that nobody extends, would be passed over in silence.
public final class TestProofs {
  private final JavaClasses classes;
  private final Set<String> ends;

  /// `classes` of one module, and what contracts they implement.
  public TestProofs(JavaClasses classes, Set<String> ends) {
    this.classes = classes;
    this.ends = Set.copyOf(ends);
  }

  public List<String> neverRun() {
    return classes.stream()
        .filter(type -> !testsOf(type).isEmpty() && !isRun(type))
        .map(type -> type.getName() + " has tests that the build never runs")
        .sorted()
        .toList();
  }

  /// Tests that a class takes over and forgets to mark as tests.
  public List<String> dropped() {
    return classes.stream()
        .flatMap(type ->
            type.getMethods().stream()
                .filter(method -> !isTest(method) && testsAbove(type).contains(method.getName()))
                .map(method -> method.getFullName() + " takes the place of a test and is none"))
        .sorted()
        .toList();
  }

  /// How many tests the build runs: those of contracts count once for each class that keeps them.
  public long count() {
    return classes.stream()
        .filter(type -> isRun(type) && !isAbstract(type))
        .mapToLong(type -> testsOf(type).size() * (long) timesRun(type))
        .sum();
  }

  private int timesRun(JavaClass type) {
    return type.getEnclosingClass().map(outer -> Math.max(1, runners(outer).size())).orElse(1);
  }

  private boolean isRun(JavaClass type) {
    return !runners(type).isEmpty();
  }

  /// The classes by which the build finds the tests of `type`: itself, what extends it, or those of
  /// the class that it is nested in.
  private Set<JavaClass> runners(JavaClass type) {
    return Stream.concat(Stream.of(type), type.getAllSubclasses().stream())
        .filter(one -> !isAbstract(one))
        .flatMap(one -> {
          if (one.isTopLevelClass()) {
            return ends.stream().anyMatch(one.getSimpleName()::endsWith)
                ? Stream.of(one)
                : Stream.empty();
          }
          return one.isAnnotatedWith(Nested.class)
              ? one.getEnclosingClass().stream().flatMap(outer -> runners(outer).stream())
              : Stream.empty();
        })
        .collect(Collectors.toSet());
  }

  private static Set<String> testsOf(JavaClass type) {
    return type.getAllMethods().stream()
        .filter(TestProofs::isTest)
        .map(JavaMethod::getName)
        .collect(Collectors.toSet());
  }

  private static Set<String> testsAbove(JavaClass type) {
    return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
        .flatMap(above -> above.getMethods().stream())
        .filter(TestProofs::isTest)
        .map(JavaMethod::getName)
        .collect(Collectors.toSet());
  }

  private static boolean isAbstract(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private static boolean isTest(JavaMethod method) {
    return method.isMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable");
  }
}
