package org.statusevents.bootstrap.importing;

import java.util.List;

/// The import cannot begin or go on: wrong mapping, wrong file, service away. Sentences for people.
public final class ImportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImportRefused(List<String> problems) {
    super(String.join("\n", problems));
  }
}
