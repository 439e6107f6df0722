package org.statusevents.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.statusevents.bootstrap.client.PlainClient;
import org.statusevents.bootstrap.receiver.HoldingReceiver;

/// The program as it is packaged, in processes of its own, as an operator has it.
final class SmokeIT {
  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final Duration COMMAND_MAX = Duration.ofSeconds(30);
  private static final Duration STOP_MAX = Duration.ofSeconds(20);

  /// What a dead sender had in hand comes back when its lease is over, after 45 seconds.
  private static final Duration LEASE_MAX = Duration.ofSeconds(60);

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "STATUSEVENTS_CHANNEL_ALLOW_CIDRS", "127.0.0.0/8", "STATUSEVENTS_RETRY_FIRST", "PT0.5S");
  private static final int CLIENTS = 4;

  @TempDir private Path temporary;

  /// A kill leaves the database behind, until the next start or this.
  @AfterEach
  void stopDatabase() throws Exception {
    Path pid = temporary.resolve("data/postgresql/postmaster.pid");
    if (Files.exists(pid)) {
      var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst()));
      if (server.isPresent() && server.get().destroy()) {
        var _ = server.get().onExit().get(10, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void whatWasAcknowledgedOutlivesAKillAndWhatWasOnItsWayArrives() throws Exception {
    try (HoldingReceiver receiver = new HoldingReceiver()) {
      String heldId;
      String refusedId;
      List<String> acknowledged;
      try (Program service = serve("0")) {
        URI address = ready(service);
        try (PlainClient client = client(address)) {
          setUp(client, receiver);
          for (String order : List.of("held", "refused", "a0", "a1", "a2", "a3")) {
            importOrder(client, order);
          }
          var _ = client.post(path("/operations"), approve("ok", "a0")).isOk();
          assertThat(receiver.await(call -> call.label().equals("Approved"), COMMAND_MAX))
              .matches(HoldingReceiver.Call::signed)
              .extracting(HoldingReceiver.Call::order)
              .isEqualTo("a0");

          receiver.hold("held");
          receiver.refuse("refused");
          var _ = client.post(path("/operations"), approve("held", "held")).isOk();
          var _ = client.post(path("/operations"), approve("refused", "refused")).isOk();
          heldId = approval(receiver, "held").id();
          refusedId = approval(receiver, "refused").id();
          acknowledged = killUnderLoad(service, client);
        }
      }
      int before = receiver.calls().size();
      receiver.behave();

      try (Program service = serve("0")) {
        URI address = ready(service);
        try (PlainClient client = client(address)) {
          assertThat(recorded(client)).containsAll(acknowledged).doesNotHaveDuplicates();
          importsAllRightRowsAndNamesTheWrongOne(address);
        }
        keysAreMadeListedAndDeletedBesideTheService(address);
        neitherItsFolderNorItsPortIsForASecondService(address);
        assertThat(again(receiver, before, "refused").id()).isEqualTo(refusedId);
        assertThat(again(receiver, before, "held").id()).isEqualTo(heldId);
        assertThat(receiver.calls()).allMatch(HoldingReceiver.Call::signed);

        service.stop();
        assertThat(service.exitCode(STOP_MAX)).as("SIGTERM").isEqualTo(143);
        assertThat(service.output()).endsWith("Stopped.");
      }
    }
  }

  @Test
  void everyLineThatTheDemonstrationPrintsWorksAndNothingOfItIsLeft() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("tmp"));
    Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder);
    try (Program demo = Program.jar(environment, "demo", "--port", "0");
        HttpClient browser = HttpClient.newHttpClient()) {
      String cart = demo.await("simulated cart +(http://\\S+)", START_MAX);
      String docs = demo.await("described +(http://\\S+/docs)", START_MAX);
      var _ = demo.await("(Ctrl-C) ends it", START_MAX);
      List<HttpRequest> lines = PrintedRequest.all(demo.output());
      assertThat(lines).hasSize(6);
      for (HttpRequest request : lines) {
        var response = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as("%s: %s", request, response.body()).isEqualTo(200);
      }
      for (String page : List.of(cart, docs)) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page)).build();
        var response = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("<!doctype html>").doesNotContain("<script");
      }
      demo.stop();
      assertThat(demo.exitCode(STOP_MAX)).isEqualTo(143);
      assertThat(demo.output()).endsWith("Stopped.");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void toldToStopWhileItStartsItLeavesNoDatabaseBehind() throws Exception {
    Path pid = data().resolve("postgresql/postmaster.pid");
    try (Program service = serve("0")) {
      // The first sign of a database; the service itself is not there yet.
      service.await("(The database) is ready", START_MAX);
      assertThat(pid).exists();
      service.stop();
      assertThat(service.exitCode(START_MAX)).isEqualTo(143);
      assertThat(pid).as("a server that still runs").doesNotExist();
    }
  }

  private Program serve(String port) {
    return serve(port, data());
  }

  private static Program serve(String port, Path folder) {
    return Program.jar(ENVIRONMENT, "serve", "--port", port, "--data", folder.toString());
  }

  private Path data() {
    return temporary.resolve("data");
  }

  private static URI ready(Program service) throws InterruptedException {
    return URI.create(service.await("listens on (http://\\S+)", START_MAX));
  }

  private PlainClient client(URI address) throws IOException {
    Path file = data().resolve("admin.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    return new PlainClient(address, Files.readString(file).strip());
  }

  private static String path(String rest) {
    return "/stores/main" + rest;
  }

  private static void setUp(PlainClient client, HoldingReceiver receiver) {
    var _ = client.put(path(""), "{\"name\":\"Main\"}").isOk();
    var _ = client.post(path("/defaults"), "{}").isOk();
    var _ =
        client
            .put(
                path("/channels/hook"),
                "{\"adapter\":\"webhook\",\"url\":\""
                    + receiver.address()
                    + "\",\"secrets\":{\"signingSecret\":\""
                    + HoldingReceiver.SIGNING_SECRET
                    + "\"}}")
            .isOk();
  }

  private static void importOrder(PlainClient client, String number) {
    var _ =
        client
            .put(
                path("/orders/" + number),
                "{\"lines\":[{\"line\":1,\"sku\":\"T\",\"name\":\"Tea\",\"quantity\":1}]}")
            .isOk();
  }

  private static String approve(String id, String order) {
    return PlainClient.operation(id, order, "ORDER_APPROVE");
  }

  private static HoldingReceiver.Call approval(HoldingReceiver receiver, String order)
      throws InterruptedException {
    return receiver.await(
        call -> call.order().equals(order) && call.label().equals("Approved"), COMMAND_MAX);
  }

  /// The first call about an order after the first `before` ones.
  private static HoldingReceiver.Call again(HoldingReceiver receiver, int before, String order)
      throws InterruptedException {
    return receiver.await(
        call -> call.order().equals(order) && receiver.calls().lastIndexOf(call) >= before,
        LEASE_MAX);
  }

  /// Posts from several clients, kills the service between, and answers the ids that it said yes
  /// to.
  private static List<String> killUnderLoad(Program service, PlainClient client) throws Exception {
    CountDownLatch wellUnderWay = new CountDownLatch(40);
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<List<String>>> posting = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        String order = "a" + i;
        posting.add(threads.submit(() -> postUntilItBreaks(client, order, wellUnderWay)));
      }
      assertThat(wellUnderWay.await(30, TimeUnit.SECONDS)).isTrue();
      service.kill();
      List<String> acknowledged = new ArrayList<>();
      for (Future<List<String>> ids : posting) {
        acknowledged.addAll(ids.get(30, TimeUnit.SECONDS));
      }
      return acknowledged;
    }
  }

  private static List<String> postUntilItBreaks(
      PlainClient client, String order, CountDownLatch wellUnderWay) {
    List<String> acknowledged = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      String id = order + "-" + i;
      try {
        var _ =
            client
                .post(
                    path("/operations"),
                    PlainClient.operation(
                        id, order, i % 2 == 0 ? "ORDER_UNAPPROVE" : "ORDER_APPROVE"))
                .isOk();
      } catch (UncheckedIOException killed) {
        break;
      }
      acknowledged.add(id);
      wellUnderWay.countDown();
    }
    return acknowledged;
  }

  /// The ids of all operations in the histories of the orders under load.
  private static List<String> recorded(PlainClient client) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      client
          .all(path("/orders/a" + i + "/history"))
          .forEach(item -> ids.add(item.path("operation").asText()));
    }
    return ids;
  }

  private void importsAllRightRowsAndNamesTheWrongOne(URI address) throws Exception {
    Path orders = temporary.resolve("orders.csv");
    Path lines = temporary.resolve("lines.csv");
    Path mapping = temporary.resolve("mapping.properties");
    Files.writeString(orders, "number,ordered\n501,2026-01-05\n502,never\n");
    Files.writeString(lines, "order,sku,quantity\n501,T,1\n");
    Files.writeString(
        mapping,
        """
        orders.number = number
        lines.order = order
        order.orderedAt = orders.ordered
        line.sku = lines.sku
        line.name = lines.sku
        line.quantity = lines.quantity
        """);
    try (Program program =
        Program.jar(
            Map.of(),
            "import",
            "--server=" + address,
            "--key=" + Files.readString(data().resolve("admin.key")).strip(),
            "--store=main",
            "--orders=" + orders,
            "--lines=" + lines,
            "--mapping=" + mapping)) {
      assertThat(program.exitCode(COMMAND_MAX)).isEqualTo(1);
      assertThat(program.output())
          .contains(
              "orders.csv:3: wrong: date \"never\" (expected: one like uuuu-MM-dd)",
              "orders: 2 rows: 1 imported, 1 wrong");
    }
  }

  private void keysAreMadeListedAndDeletedBesideTheService(URI address) throws Exception {
    String folder = "--data=" + data();
    String id;
    try (Program create =
        Program.jar(Map.of(), "key", "create", folder, "--role=read", "--name=look")) {
      assertThat(create.exitCode(COMMAND_MAX)).isZero();
      id = create.await("Key (\\S+) was made", COMMAND_MAX);
      String key = create.await("^(sep_live_\\S+)$", COMMAND_MAX);
      try (PlainClient reader = new PlainClient(address, key)) {
        assertThat(reader.get("/stores").status()).isEqualTo(200);
        assertThat(reader.put(path(""), "{}").status()).isEqualTo(403);
      }
      try (Program delete = Program.jar(Map.of(), "key", "delete", folder, id);
          Program migrate = Program.jar(Map.of(), "migrate", folder)) {
        assertThat(delete.exitCode(COMMAND_MAX)).isZero();
        assertThat(migrate.exitCode(COMMAND_MAX)).isZero();
        assertThat(migrate.output()).contains("The database was up to date.");
      }
    }
    try (Program list = Program.jar(Map.of(), "key", "list", folder)) {
      assertThat(list.exitCode(COMMAND_MAX)).isZero();
      assertThat(list.output()).contains("first start").doesNotContain(id, "sep_live");
    }
  }

  private void neitherItsFolderNorItsPortIsForASecondService(URI address) throws Exception {
    String port = Integer.toString(address.getPort());
    try (Program sameFolder = serve("0");
        Program samePort = serve(port, temporary.resolve("other"))) {
      assertThat(sameFolder.exitCode(START_MAX)).isEqualTo(1);
      assertThat(sameFolder.output())
          .isEqualTo("statusevents: Another process runs on the data folder " + data() + ".");
      assertThat(samePort.exitCode(START_MAX)).isEqualTo(1);
      assertThat(samePort.output())
          .contains("statusevents: Cannot listen on port " + port + " of 127.0.0.1: Address")
          .doesNotContain("\tat ");
    }
  }
}
