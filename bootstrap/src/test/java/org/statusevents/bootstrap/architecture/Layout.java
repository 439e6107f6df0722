package org.statusevents.bootstrap.architecture;

import java.util.List;

/// The modules and the packages they live in: `adapters-rest` is `BASE.adapters.rest`.
record Layout(String base, List<String> modules) {
  Layout {
    modules = List.copyOf(modules);
  }

  String packageOf(String module) {
    return base + "." + module.replace('-', '.');
  }

  /// For patterns: the package and all below it.
  String within(String module) {
    return packageOf(module) + "..";
  }

  List<String> adapters() {
    return modules.stream().filter(module -> module.startsWith("adapters-")).toList();
  }

  String[] withinAllBut(String... allowed) {
    List<String> kept = List.of(allowed);
    return modules.stream()
        .filter(module -> !kept.contains(module))
        .map(this::within)
        .toArray(String[]::new);
  }
}
