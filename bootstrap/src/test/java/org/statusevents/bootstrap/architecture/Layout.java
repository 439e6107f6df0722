package org.statusevents.bootstrap.architecture;

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

  public String[] withinAllBut(String... allowed) {
    List<String> kept = List.of(allowed);
    return modules.stream()
        .filter(module -> !kept.contains(module))
        .map(this::within)
        .toArray(String[]::new);
  }
}
