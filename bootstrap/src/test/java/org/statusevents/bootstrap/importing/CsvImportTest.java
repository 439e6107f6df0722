package org.statusevents.bootstrap.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.statusevents.bootstrap.client.ApiClient;

final class CsvImportTest {
  private static final Path SHARED =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize().getParent();
  private static final Path NORTHWIND_MAPPING = SHARED.resolve("docs/import/northwind.properties");
  private static final String ORDERS =
      """
      number,customer,ordered,shipped,name
      10,A,2026-05-01 08:30,2026-05-04 00:00,Müller & Söhne
      11,A,2026-05-02 08:30,NULL,"Comma, quoted"
      12,A,2026-05-02 08:30,NULL,Comma, not quoted
      13,A,2026-02-30 08:30,NULL,Never
      10,A,2026-05-01 08:30,NULL,Twice
      14,Z,2026-05-01 08:30,NULL,Nobody
      ,A,2026-05-01 08:30,NULL,No number
      A B,A,2026-05-01 08:30,NULL,Wrong number
      15,B,2026-05-01 08:30,2026-05-01 09:00,Customer row is wrong
      16,A,2026-05-01 08:30,NULL,No lines
      refused,A,2026-05-01 08:30,NULL,Refused by the service
      """;
  private static final String LINES =
      """
      order,product,quantity
      10,P,2
      10,Q,0
      10,Q,3
      11,P,1
      12,P,1
      15,P,1000000
      15,P,1000001
      16,P,minus one
      99,P,1
      10,Z,1
      11,P
      refused,P,1
      """;
  private static final String CUSTOMERS =
      """
      id,postal,phone
      A,10115,030-1
      B,too,many,fields
      A,10115,030-1
      """;
  private static final String PRODUCTS = "id,name\nP,Enamel mug\nQ,NULL\n";
  private static final String MAPPING =
      """
      null = NULL
      dates = yyyy-MM-dd HH:mm
      timeZone = Europe/Berlin
      orders.number = number
      orders.customer = customer
      lines.order = order
      lines.product = product
      customers.id = id
      products.id = id
      order.orderedAt = orders.ordered
      order.shippedOn = orders.shipped
      order.billTo.name = orders.name
      order.billTo.postalCode = customers.postal
      line.sku = lines.product
      line.name = products.name, lines.product
      line.quantity = lines.quantity
      """;

  @TempDir private Path folder;
  private final FakeService service = new FakeService();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void closeService() {
    service.close();
  }

  @Test
  void everyRightRowGoesInAndEveryOtherIsToldWithItsLineAndReason() throws IOException {
    assertThat(run(files(), file("mapping.properties", MAPPING))).isFalse();
    assertThat(lines())
        .containsExactlyInAnyOrder(
            "customers.csv:3: wrong: 4 fields (expected: 3)",
            "customers.csv:4: wrong: A stands on line 2 already",
            "orders.csv:4: wrong: 6 fields (expected: 5)",
            "orders.csv:5: wrong: date \"2026-02-30 08:30\" (expected: one like yyyy-MM-dd HH:mm)",
            "orders.csv:6: wrong: order 10 stands on line 2 already",
            "orders.csv:7: wrong: refers to Z, which is in no row",
            "orders.csv:8: wrong: number is missing",
            "orders.csv:9: wrong: order number: (expected: 1..64 of A-Z a-z 0-9 . _ # : / -, first"
                + " a letter or digit)",
            "orders.csv:11: wrong: order 16 has no right line",
            "orders.csv:12: wrong: /billTo/name too long",
            "lines.csv:3: wrong: quantity \"0\" (expected: 1..1000000)",
            "lines.csv:6: skipped: its order 12 is wrong: orders.csv:4",
            "lines.csv:8: wrong: quantity \"1000001\" (expected: 1..1000000)",
            "lines.csv:9: wrong: quantity \"minus one\" (expected: 1..1000000)",
            "lines.csv:10: wrong: order 99 is in no orders row",
            "lines.csv:11: wrong: refers to Z, which is in no row",
            "lines.csv:12: wrong: 2 fields (expected: 3)",
            "lines.csv:13: skipped: its order refused was refused: orders.csv:12",
            "orders: 11 rows: 3 imported, 8 wrong",
            "lines: 12 rows: 4 imported, 6 wrong, 2 skipped",
            "customers: 3 rows: 1 read, 2 wrong",
            "products: 2 rows: 2 read, 0 wrong",
            "events: 4 applied");
    assertThat(service.orders().keySet()).containsExactly("10", "11", "15");
    assertThat(service.orders().get("10").toString())
        .isEqualTo(
            "{\"orderedAt\":\"2026-05-01T06:30:00Z\",\"billTo\":{\"name\":\"Müller & Söhne\","
                + "\"postalCode\":\"10115\"},\"lines\":["
                + "{\"line\":1,\"sku\":\"P\",\"name\":\"Enamel mug\",\"quantity\":2},"
                + "{\"line\":3,\"sku\":\"Q\",\"name\":\"Q\",\"quantity\":3}]}");
    assertThat(service.operations().keySet())
        .containsExactly(
            "csv-import:approved:10",
            "csv-import:approved:15",
            "csv-import:shipped:10",
            "csv-import:shipped:15");
    assertThat(service.operations().get("csv-import:shipped:10").toString())
        .isEqualTo(
            "{\"id\":\"csv-import:shipped:10\",\"source\":\"csv-import\",\"actor\":\"import\","
                + "\"occurredAt\":\"2026-05-03T22:00:00Z\",\"order\":\"10\",\"events\":["
                + "{\"type\":\"ORDER_SET_ACTUAL_SHIP_DATE\",\"data\":{\"date\":\"2026-05-04\"}}]}");
  }

  @Test
  void runningItAgainDoublesNothingAndSaysSo() throws IOException {
    Map<String, Path> files = files();
    Path mapping = file("mapping.properties", MAPPING);
    assertThat(run(files, mapping)).isFalse();
    out.reset();
    assertThat(run(files, mapping)).isFalse();
    assertThat(lines())
        .contains(
            "orders: 11 rows: 3 already there, 8 wrong",
            "lines: 12 rows: 4 already there, 6 wrong, 2 skipped",
            "events: 4 applied before");
    assertThat(service.orders()).hasSize(3);
    assertThat(service.operations()).hasSize(4);
  }

  @Test
  void anOrderThatIsThereWithAnotherContentIsTold() throws IOException {
    Path mapping = file("mapping.properties", MAPPING);
    Map<String, Path> files = new HashMap<>(files());
    assertThat(run(files, mapping)).isFalse();
    out.reset();
    files.put("lines", file("lines.csv", "order,product,quantity\n10,P,7\n"));
    files.put("orders", file("orders.csv", "number,customer,ordered,shipped,name\n10,A,,,X\n"));
    assertThat(run(files, mapping)).isFalse();
    assertThat(lines())
        .contains("orders.csv:2: wrong: order 10 is in the store with another content");
  }

  @Test
  void nothingWrongMeansTrueAndABusyServiceIsAskedAgain() throws IOException {
    service.beBusy(3);
    Map<String, Path> files = new HashMap<>();
    files.put("orders", file("orders.csv", "\uFEFFnumber;name\r\n10;X\r\n"));
    files.put("lines", file("lines.csv", "order;product;quantity\r\n10;P;1\r\n"));
    String mapping =
        """
        separator = ;
        orders.number = number
        lines.order = order
        order.billTo.name = orders.name
        line.sku = lines.product
        line.name = lines.product
        line.quantity = lines.quantity
        """;
    assertThat(run(files, file("mapping.properties", mapping))).isTrue();
    assertThat(lines())
        .containsExactly("orders: 1 row: 1 imported, 0 wrong", "lines: 1 row: 1 imported, 0 wrong");
  }

  @Test
  void brokenQuotesAndBytesSpoilTheirOwnRowOnly() throws IOException {
    Map<String, Path> files = new HashMap<>();
    files.put("orders", folder.resolve("orders.csv"));
    Files.write(
        files.get("orders"),
        "number,name\n10,\"quoted\" badly\n11,M\u00fcller\n12,fine\n13,\"left open\n14,x\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    files.put(
        "lines", file("lines.csv", "order,product,quantity\n10,P,1\n11,P,1\n12,P,1\n14,P,1\n"));
    String mapping =
        """
        orders.number = number
        lines.order = order
        order.billTo.name = orders.name
        line.sku = lines.product
        line.name = lines.product
        line.quantity = lines.quantity
        """;
    assertThat(run(files, file("mapping.properties", mapping))).isFalse();
    assertThat(lines())
        .contains(
            "orders.csv:3: wrong: holds bytes that are not UTF-8",
            "lines.csv:3: skipped: its order 11 is wrong: orders.csv:3",
            "lines.csv:5: wrong: order 14 is in no orders row");
    assertThat(service.orders().keySet()).containsExactly("10", "12");
  }

  @Test
  void aWrongMappingIsToldWholeAndNothingIsSent() throws IOException {
    String mapping =
        """
        dates = not a pattern
        separator = two
        timeZone = Mars
        colour = red
        orders.columns = many
        order.billTo.name = lines.name
        line.sku = lines.product
        """;
    Map<String, Path> files = files();
    Path file = file("mapping.properties", mapping);
    assertThatThrownBy(() -> run(files, file))
        .isInstanceOf(ImportRefused.class)
        .message()
        .satisfies(message ->
            assertThat(message.lines())
                .containsExactlyInAnyOrder(
                    "colour is nothing that a mapping has",
                    "order.billTo.name: \"lines.name\" (expected: orders.COLUMN or"
                        + " customers.COLUMN)",
                    "orders.columns: \"many\" (expected: 1..9999)",
                    "orders.number is missing",
                    "lines.order is missing",
                    "line.name is missing",
                    "line.quantity is missing",
                    "separator: \"two\" (expected: one character, or tab)",
                    "dates: \"not a pattern\" (expected: a pattern as uuuu-MM-dd HH:mm)",
                    "timeZone: \"Mars\" (expected: as Europe/Berlin)"));
    assertThat(service.orders()).isEmpty();
  }

  @Test
  void aFileWithoutAColumnOfTheMappingIsRefused() throws IOException {
    Map<String, Path> files = new HashMap<>(files());
    files.put("orders", file("orders.csv", "number,customer\n10,A\n"));
    Path mapping = file("mapping.properties", MAPPING);
    assertThatThrownBy(() -> run(files, mapping))
        .isInstanceOf(ImportRefused.class)
        .hasMessageContaining("has no column [name, ordered, shipped]");
  }

  @Test
  void northwindGoesInWithEveryRightRow() {
    Path data = SHARED.resolveSibling("shared").resolve("data/northwind");
    if (!Files.isDirectory(data)) {
      System.out.println(
          "NOT CHECKED: the Northwind files are not on this machine, so no figure of theirs is.");
      return;
    }
    Map<String, Path> files =
        Map.of(
            "orders", data.resolve("orders.csv"),
            "lines", data.resolve("order-details.csv"),
            "customers", data.resolve("customers.csv"),
            "products", data.resolve("products.csv"));
    assertThat(run(files, NORTHWIND_MAPPING)).isFalse();
    assertThat(lines())
        .contains(
            "orders.csv:4: wrong: 15 fields (expected: 14)",
            "orders: 830 rows: 654 imported, 176 wrong",
            "lines: 2155 rows: 1716 imported, 0 wrong, 439 skipped",
            "customers: 91 rows: 67 read, 24 wrong",
            "products: 77 rows: 77 read, 0 wrong",
            "events: 1272 applied");
    assertThat(lines().stream().filter(line -> line.startsWith("orders.csv:"))).hasSize(176);
    assertThat(service.orders()).hasSize(654);
  }

  private boolean run(Map<String, Path> files, Path mapping) {
    try (ApiClient client = new ApiClient(service.address(), "key");
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream nowhere =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
      return new CsvImport(client, "main", print, nowhere).run(files, mapping);
    }
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private Map<String, Path> files() throws IOException {
    return Map.of(
        "orders", file("orders.csv", ORDERS),
        "lines", file("lines.csv", LINES),
        "customers", file("customers.csv", CUSTOMERS),
        "products", file("products.csv", PRODUCTS));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
