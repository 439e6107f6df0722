package org.statusevents.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/// The modules and the packages they live in: `adapters-rest` is `BASE.adapters.rest`.
public record Layout(String base, List<String> modules) {
  public Layout {
    modules = List.copyOf(modules);
  }

  public String packageOf(String module) {
    return base + "." + module.replace('-', '.');
  }

  /// For patterns: the package and all below it.
  public String within(String module) {
    return packageOf(module) + "..";
  }

  public List<String> adapters() {
    return modules.stream().filter(module -> module.startsWith("adapters-")).toList();
  }

  /// The application's own interfaces that a class implements, use cases and ports alike; not the
  /// outcomes that it is a case of.
  public List<String> portsOf(JavaClass type) {
    String application = packageOf("application") + ".";
    return type.getAllRawInterfaces().stream()
        .filter(port -> port.getPackageName().startsWith(application))
        .filter(port -> port.isTopLevelClass() && !hasItsCasesInside(port))
        .map(JavaClass::getSimpleName)
        .toList();
  }

  private static boolean hasItsCasesInside(JavaClass type) {
    return type.getPermittedSubclasses()
        .filter(
            cases -> cases.stream().allMatch(one -> one.getName().startsWith(type.getName() + "$")))
        .isPresent();
  }

  public String[] withinAllBut(String... allowed) {
    List<String> kept = List.of(allowed);
    return modules.stream()
        .filter(module -> !kept.contains(module))
        .map(this::within)
        .toArray(String[]::new);
  }
}
