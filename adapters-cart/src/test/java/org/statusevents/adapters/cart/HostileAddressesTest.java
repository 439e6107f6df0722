package org.statusevents.adapters.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.adapters.cart.address.AddressGuard;
import org.statusevents.adapters.cart.address.AddressGuard.NameLookup;
import org.statusevents.adapters.cart.address.AllowedNetworks;
import org.statusevents.adapters.cart.http.ChannelChecks;
import org.statusevents.adapters.cart.http.ExchangeLimits;
import org.statusevents.adapters.cart.http.HttpExchange;
import org.statusevents.adapters.cart.seti.SetiChannel;
import org.statusevents.adapters.cart.webhook.WebhookChannel;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Updates;

/// Addresses that a channel must not lead to, whichever adapter it has: refused when the channel is
/// configured, and blocked when an update is sent nevertheless.
final class HostileAddressesTest {
  private static final ExchangeLimits LIMITS =
      new ExchangeLimits(Duration.ofSeconds(2), Duration.ofSeconds(5));

  private static ChannelAccess access(CartChannel channel, String url) {
    return Loopback.access(
        channel.adapter(),
        url,
        Map.of(),
        channel.adapter().equals("seti") ? Map.of("user", "om", "password", "p") : Map.of());
  }

  private static Reply send(CartChannel channel, String url) {
    return channel.send(Updates.shipped().update(), access(channel, url));
  }

  private static void assertBarred(CartChannel channel, String url) {
    assertThat(channel.problemsWith(access(channel, url)))
        .as(channel.adapter())
        .extracting(DataProblem::pointer)
        .containsExactly("/url");
    assertThat(send(channel, url))
        .as(channel.adapter())
        .isEqualTo(new Reply.Blocked("address not allowed or not reachable"));
    assertThat(channel.test(access(channel, url)))
        .as(channel.adapter())
        .isInstanceOf(Reply.Blocked.class);
  }

  private static Stream<CartChannel> channels(HttpExchange exchange, AddressGuard guard) {
    ChannelChecks checks = new ChannelChecks(guard);
    return Stream.of(
        new WebhookChannel(exchange, checks, new ManualClock()), new SetiChannel(exchange, checks));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1/",
        "http://127.255.255.254:8080/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.0.0.1./",
        "http://localhost/",
        "http://LocalHost:8080/",
        "http://0.0.0.0/",
        "http://0/",
        "http://10.0.0.1/",
        "http://100.64.0.1/",
        "http://100.127.255.255/",
        "http://168.63.129.16/",
        "http://169.254.169.254/latest/meta-data/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.0.0.1/",
        "http://192.0.0.192/",
        "http://192.0.2.1/",
        "http://192.88.99.1/",
        "http://192.168.1.1/",
        "http://198.18.0.1/",
        "http://198.51.100.1/",
        "http://203.0.113.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::]/",
        "http://[::1]/",
        "http://[::1]:8080/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::127.0.0.1]/",
        "http://[64:ff9b:1::a9fe:a9fe]/",
        "http://[100::1]/",
        "http://[2001::1]/",
        "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
        "http://[2001:db8::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2002:a00:1::1]/",
        "http://[3fff::1]/",
        "http://[fc00::1]/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://[fe80::1%lo]/",
        "http://[fe80::1%nosuch]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://metadata.google.internal/computeMetadata/v1/",
        "http://METADATA.google.internal./"
      })
  void anAddressInsideTheHouseIsBarred(String url) {
    try (CartAdapters adapters =
        CartAdapters.open(CartConfig.standard(List.of(), new ManualClock()))) {
      adapters.all().forEach(channel -> assertBarred(channel, url));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "gopher://8.8.8.8/",
        "jar:http://8.8.8.8!/a",
        "mailto:me@receiver.example",
        "//8.8.8.8/",
        "/status",
        "http:///status",
        "http:8.8.8.8",
        "http://user@8.8.8.8/",
        "http://user:secret@8.8.8.8/",
        "http://@8.8.8.8/",
        "http://8.8.8.8/#top",
        "http://8.8.8.8/#",
        "http://8.8.8.8:0/",
        "http://8.8.8.8:65536/",
        "http://8.8.8.8:-1/",
        "http://8.8.8.8:99999999999/",
        "http://b\u00FCcher.example/",
        "http://b%C3%BCcher.example/",
        "http://\uFF11\uFF12\uFF17.0.0.1/",
        "http://receiver_1.example/",
        "http://aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd.example/",
        "http://0300.0250.0.1/",
        "http://8.8.8/",
        "http://8.8.8.08/",
        "http://8.8.8.8./",
        "http://8.8.8.8.8/",
        "http://0x8.0x8.0x8.0x8/",
        "http://receiver.0x8/",
        "http://-receiver.example/"
      })
  void anAddressOfAnotherFormIsBarred(String url) {
    try (CartAdapters adapters =
        CartAdapters.open(CartConfig.standard(List.of("0.0.0.0/0"), new ManualClock()))) {
      adapters.all().forEach(channel -> assertBarred(channel, url));
    }
  }

  @Test
  void aNameThatStandsForAPublicAndAPrivateAddressIsBarred() {
    NameLookup names = _ -> addresses("127.0.0.1", "10.0.0.7");
    AddressGuard guard = new AddressGuard(AllowedNetworks.parse("127.0.0.0/8"), names);
    try (HttpExchange exchange = new HttpExchange(guard, LIMITS, new ManualClock())) {
      channels(exchange, guard)
          .forEach(channel -> assertBarred(channel, "http://receiver.example/"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xn--bcher-kva.example", "xn--strae-oqa.example", "xn--a.example"})
  void aNameInItsInternationalFormIsLookedUpAsItIsWritten(String written) {
    List<String> asked = new ArrayList<>();
    NameLookup names =
        name -> {
          asked.add(name);
          return addresses("10.0.0.7");
        };
    AddressGuard guard = new AddressGuard(AllowedNetworks.NONE, names);
    try (HttpExchange exchange = new HttpExchange(guard, LIMITS, new ManualClock())) {
      channels(exchange, guard)
          .forEach(channel -> assertBarred(channel, "http://" + written + "/"));
    }
    assertThat(asked).hasSize(6).containsOnly(written);
  }

  /// It may come into being; until then nobody learns more than of one that is barred.
  @Test
  void aNameThatNobodyKnowsMayBeConfiguredAndIsUnavailable() {
    NameLookup names =
        name -> {
          throw new UnknownHostException(name);
        };
    AddressGuard guard = new AddressGuard(AllowedNetworks.NONE, names);
    try (HttpExchange exchange = new HttpExchange(guard, LIMITS, new ManualClock())) {
      channels(exchange, guard)
          .forEach(channel -> {
            String url = "http://receiver.example/";
            assertThat(channel.problemsWith(access(channel, url))).isEmpty();
            assertThat(send(channel, url))
                .isEqualTo(new Reply.Unavailable("address not allowed or not reachable"));
          });
    }
  }

  @Test
  void theAddressThatWasJudgedIsTheOneSpokenToWhateverTheNameStandsForNext() throws Exception {
    CompletableFuture<String> taken = new CompletableFuture<>();
    List<InetAddress> standsFor = new ArrayList<>(addresses("127.0.0.1", "169.254.169.254"));
    Iterator<InetAddress> answers = standsFor.iterator();
    List<String> asked = new ArrayList<>();
    NameLookup names =
        name -> {
          asked.add(name);
          return List.of(answers.next());
        };
    AddressGuard guard = new AddressGuard(AllowedNetworks.parse("127.0.0.1/32"), names);
    try (HttpExchange exchange = new HttpExchange(guard, LIMITS, new ManualClock());
        RawServer server =
            new RawServer(socket -> {
              taken.complete(RawServer.takeRequest(socket));
              RawServer.write(socket, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            })) {
      CartChannel channel = channels(exchange, guard).findFirst().orElseThrow();
      String url = server.address("http").replace("127.0.0.1", "xn--bcher-kva.example");

      assertThat(send(channel, url)).isInstanceOf(Reply.Accepted.class);
      assertThat(asked).containsExactly("xn--bcher-kva.example");
      assertThat(taken.get(5, TimeUnit.SECONDS))
          .containsIgnoringCase("host: xn--bcher-kva.example:");
      assertThat(send(channel, url)).isInstanceOf(Reply.Blocked.class);
      assertThat(asked).hasSize(2);
    }
  }

  private static List<InetAddress> addresses(String... literals) {
    return Stream.of(literals).map(InetAddress::ofLiteral).toList();
  }
}
