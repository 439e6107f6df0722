package org.statusevents.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which ports the adapters implement, and whether a contract of the testkit is kept by each.
public final class PortProofs {
  private final Layout layout;
  private final JavaClasses classes;
  private final JavaClasses tests;

  public PortProofs(Layout layout, JavaClasses classes, JavaClasses tests) {
    this.layout = layout;
    this.classes = classes;
    this.tests = tests;
  }

  /// The application's interfaces that some adapter implements.
  public Set<String> portsOfAdapters() {
    return layout.adapters().stream()
        .flatMap(adapter -> portsOf(adapter).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public List<String> withoutContract() {
    Set<String> contracts =
        classes.stream()
            .filter(type -> type.getPackageName().startsWith(layout.packageOf("testkit")))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    return portsOfAdapters().stream()
        .filter(port -> !contracts.contains(port + "Contract"))
        .map(port -> port + " has no " + port + "Contract")
        .toList();
  }

  public List<String> withoutTest() {
    return layout.adapters().stream()
        .flatMap(adapter ->
            portsOf(adapter).stream()
                .filter(port -> !isTested(adapter, port + "Contract"))
                .map(port -> adapter + " has " + port + " and no test of " + port + "Contract"))
        .toList();
  }

  private boolean isTested(String adapter, String contract) {
    return tests.stream()
        .filter(type -> isIn(type, adapter))
        .filter(type -> !type.isInterface())
        .flatMap(type -> type.getAllRawInterfaces().stream())
        .anyMatch(type -> type.getSimpleName().equals(contract));
  }

  private Set<String> portsOf(String adapter) {
    return classes.stream()
        .filter(type -> isIn(type, adapter) && !type.isInterface())
        .flatMap(type -> layout.portsOf(type).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isIn(JavaClass type, String module) {
    return (type.getPackageName() + ".").startsWith(layout.packageOf(module) + ".");
  }
}
