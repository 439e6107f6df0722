package org.statusevents.bootstrap.importing;

import java.util.List;

/// The import cannot begin: the mapping or a file is wrong. Sentences for people, one a line.
public final class ImportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImportRefused(List<String> problems) {
    super(String.join("\n", problems));
  }
}
