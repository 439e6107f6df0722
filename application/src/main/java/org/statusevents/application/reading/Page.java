package org.statusevents.application.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A page of a list; `next` is an opaque cursor to what follows, absent on the last page.
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
