package org.statusevents.bootstrap;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.statusevents.bootstrap.client.ApiClient;
import org.statusevents.bootstrap.client.ApiUnavailable;
import org.statusevents.bootstrap.importing.CsvImport;
import org.statusevents.bootstrap.importing.ImportRefused;
import org.statusevents.domain.configuration.StoreId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "import",
    description = "Brings orders from CSV files into a store of a running service.",
    footer = {
      "",
      "Prints each row that did not go in, with its file, line and reason, then a summary. Running"
          + " it again doubles nothing. Ends with 0 only when every row went in, with 1 when some"
          + " did not or the service could not be reached, with 2 when the files or the mapping are"
          + " no good.",
      "",
      "How to write a mapping: docs/import/README.md"
    })
final class ImportCommand implements Callable<Integer> {
  @Option(
      names = "--server",
      required = true,
      paramLabel = "URL",
      description = "the service, as http://localhost:8080")
  private String server = "";

  @Option(names = "--key", required = true, description = "a key with the role ingest or admin")
  private String key = "";

  @Option(
      names = "--store",
      required = true,
      paramLabel = "ID",
      description = "the store's id; the store must be there")
  private String store = "";

  @Option(
      names = "--orders",
      required = true,
      paramLabel = "FILE",
      description = "one row an order")
  private Path orders = Path.of("");

  @Option(names = "--lines", required = true, paramLabel = "FILE", description = "one row a line")
  private Path lines = Path.of("");

  @Option(names = "--customers", paramLabel = "FILE", description = "whom orders refer to")
  private Optional<Path> customers = Optional.empty();

  @Option(names = "--products", paramLabel = "FILE", description = "what lines refer to")
  private Optional<Path> products = Optional.empty();

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "FILE",
      description = "which column is what")
  private Path mapping = Path.of("");

  @Override
  public Integer call() {
    Map<String, Path> files = new HashMap<>(Map.of("orders", orders, "lines", lines));
    customers.ifPresent(file -> files.put("customers", file));
    products.ifPresent(file -> files.put("products", file));
    if (StoreId.problemWith(store).isPresent()) {
      System.err.println("--store: \"" + store + "\" (expected: 1..40 of a-z 0-9 -)");
      return 2;
    }
    try (ApiClient service = new ApiClient(address(), key)) {
      boolean all = new CsvImport(service, store, System.out, System.err).run(files, mapping);
      return all ? 0 : 1;
    } catch (ImportRefused e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (ApiUnavailable e) {
      System.err.println("The import stopped: " + e.getMessage());
      System.err.println("Run it again; what went in is not doubled.");
      return 1;
    }
  }

  private URI address() {
    try {
      URI address = URI.create(server);
      if (address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told below, like an address of another kind.
    }
    throw new ImportRefused(
        List.of("--server: \"" + server + "\" (expected: like http://localhost:8080)"));
  }
}
