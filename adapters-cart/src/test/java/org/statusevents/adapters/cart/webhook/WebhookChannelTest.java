package org.statusevents.adapters.cart.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.cart.HttpReceiverContract;
import org.statusevents.adapters.cart.Loopback;
import org.statusevents.adapters.cart.PlayedReceiver;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.decision.UpdateContent.LineContent;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.order.Parcel;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Updates;

final class WebhookChannelTest implements HttpReceiverContract {
  private static final ManualClock CLOCK = new ManualClock();
  private static final Loopback LOOPBACK = new Loopback(CLOCK);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @RegisterExtension static final WireMockExtension SERVER = PlayedReceiver.server();

  private final PlayedReceiver receiver = new PlayedReceiver(SERVER, LOOPBACK, "webhook");
  private Map<String, String> secrets = Map.of("signingSecret", SECRET);
  private LabelMapping mapping = LabelMapping.NONE;

  @AfterAll
  static void close() {
    LOOPBACK.close();
  }

  @Override
  public PlayedReceiver receiver() {
    return receiver;
  }

  @Override
  public String acceptance() {
    return "thank you";
  }

  @Override
  public ChannelAccess access() {
    return Loopback.access("webhook", receiver.url(), Map.of(), secrets, mapping);
  }

  @Override
  public void receiverAccepts() {
    receiver.answers(204, "");
  }

  @Override
  public void receiverRefuses(String words) {
    receiver.answers(422, words);
  }

  @Override
  public void receiverFails() {
    receiver.answers(500, "boom");
  }

  private LoggedRequest sent(Update update) {
    receiverAccepts();
    assertThat(cartChannel().send(update, access())).isInstanceOf(Reply.Accepted.class);
    assertThat(receiver.requests()).hasSize(1);
    return receiver.requests().getFirst();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void theBodyIsACloudEventWithTheFixedNames() throws IOException {
    LoggedRequest request = sent(Updates.shipped().update());

    assertThat(request.getHeader("Content-Type")).isEqualTo("application/cloudevents+json");
    assertThat(request.getUrl()).isEqualTo("/status?shop=1");
    assertThat(json(request.getBodyAsString()))
        .isEqualTo(
            json(
                """
                {
                  "specversion": "1.0",
                  "id": "0195654e-0000-7000-8000-000000000001",
                  "source": "/stores/shop",
                  "type": "org.statusevents.order.status-changed.v1",
                  "subject": "1042",
                  "time": "2026-03-05T14:20:00Z",
                  "datacontenttype": "application/json",
                  "sequence": 3,
                  "data": {
                    "order": "1042",
                    "cartOrderNumber": "5001",
                    "orderLabel": "Shipped",
                    "previousOrderLabel": "Approved",
                    "lines": [
                      {
                        "line": 1,
                        "sku": "SKU-1",
                        "name": "Article 1",
                        "label": "Item Shipped",
                        "previousLabel": null,
                        "ordered": 4,
                        "shipped": 4,
                        "needed": 0,
                        "expectedShipDate": null,
                        "actualShipDate": "2026-03-05"
                      }
                    ],
                    "parcels": [
                      {
                        "carrier": "UPS",
                        "number": "1Z999AA10123456784",
                        "url": "https://www.ups.com/track?tracknum=1Z999AA10123456784",
                        "shippedOn": "2026-03-05",
                        "lines": []
                      }
                    ],
                    "events": ["ORDER_ADD_TRACKING_NUMBER"]
                  }
                }
                """));
  }

  @Test
  void whatIsNotKnownIsNullAndParcelsTellTheirLines() throws IOException {
    JsonNode data =
        json(sent(Updates.shipped()
                    .withoutCartOrderNumber()
                    .withParcels(
                        new Parcel(
                            "Uncle Bob",
                            "7",
                            Optional.empty(),
                            List.of(new Parcel.ParcelLine(1, 2))))
                    .update())
                .getBodyAsString())
            .get("data");

    assertThat(data.get("cartOrderNumber").isNull()).isTrue();
    assertThat(data.at("/parcels/0"))
        .isEqualTo(
            json(
                """
                {"carrier": "Uncle Bob", "number": "7", "url": null, "shippedOn": null,
                 "lines": [{"line": 1, "quantity": 2}]}
                """));
  }

  @Test
  void labelsGoOutInTheChannelsOwnWords() throws IOException {
    mapping =
        new LabelMapping(
            Map.of(
                Labels.SHIPPED, new LabelTarget.CartStatus("complete"),
                Labels.ITEM_SHIPPED, new LabelTarget.DoNotSend()));

    JsonNode data = json(sent(Updates.shipped().update()).getBodyAsString()).get("data");

    assertThat(data.get("orderLabel").textValue()).isEqualTo("complete");
    assertThat(data.get("previousOrderLabel").textValue()).isEqualTo("Approved");
    assertThat(data.at("/lines/0/label").textValue()).isEqualTo("Item Shipped");
  }

  @Test
  void anUpdateThatStandsForOlderOnesSaysSo() throws IOException {
    Update update = Updates.shipped().update();

    JsonNode event =
        json(
            sent(new Update(
                    update.id(),
                    update.store(),
                    update.channel(),
                    9,
                    Optional.of(4L),
                    false,
                    update.owedAt(),
                    update.content()))
                .getBodyAsString());

    assertThat(event.get("supersedesfrom").isIntegralNumber()).isTrue();
    assertThat(event.get("supersedesfrom").longValue()).isEqualTo(4);
  }

  @Test
  void whatAPersonHasSentAgainSaysSoInAHeaderAndIsElseTheSame() {
    LoggedRequest first = sent(Updates.shipped().update());
    assertThat(first.containsHeader("webhook-replay")).isFalse();
    assertThat(cartChannel().send(Updates.shipped().replayed().update(), access()))
        .isInstanceOf(Reply.Accepted.class);

    LoggedRequest again = receiver.requests().getLast();

    assertThat(again.getHeader("webhook-replay")).isEqualTo("true");
    assertThat(again.getHeader("webhook-id")).isEqualTo(first.getHeader("webhook-id"));
    assertThat(again.getHeader("webhook-signature"))
        .isEqualTo(first.getHeader("webhook-signature"));
    assertThat(again.getBodyAsString()).isEqualTo(first.getBodyAsString());
  }

  @Test
  void textsThatAreNoUnicodeStillMakeJson() throws IOException {
    LineContent odd =
        new LineContent(
            1,
            "half \uD83D pair",
            "control \u0000\u001f \"quoted\" \\ é \uD83D\uDE00",
            Optional.empty(),
            Optional.empty(),
            1,
            0,
            1,
            Optional.of(Events.DAY),
            Optional.empty());

    JsonNode line =
        json(sent(Updates.shipped().withLines(odd).update()).getBodyAsString()).at("/data/lines/0");

    assertThat(line.get("sku").textValue()).isEqualTo("half ? pair");
    assertThat(line.get("name").textValue()).isEqualTo(odd.name());
    assertThat(line.get("expectedShipDate").textValue()).isEqualTo("2026-03-05");
  }

  @Test
  void aRepeatedSendHasTheSameIdAndBodyAndAFreshTimestamp() {
    receiverFails();
    Reply first = cartChannel().send(update(), access());
    Instant firstAt = CLOCK.instant();
    CLOCK.advance(Duration.ofSeconds(61));
    receiverAccepts();
    Reply second = cartChannel().send(update(), access());

    assertThat(first).isInstanceOf(Reply.Unavailable.class);
    assertThat(second).isInstanceOf(Reply.Accepted.class);
    assertThat(receiver.requests())
        .hasSize(2)
        .allSatisfy(request -> {
          assertThat(request.getHeader("webhook-id")).isEqualTo(update().id().toString());
          assertThat(request.getBody()).isEqualTo(receiver.requests().getFirst().getBody());
        })
        .extracting(request -> request.getHeader("webhook-timestamp"))
        .containsExactlyInAnyOrder(
            Long.toString(firstAt.getEpochSecond()), Long.toString(firstAt.getEpochSecond() + 61));
  }

  @Test
  void theSignatureIsOfIdTimestampAndBodyAsSent() throws GeneralSecurityException {
    LoggedRequest request = sent(update());

    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "HmacSHA256"));
    mac.update(request.getHeader("webhook-id").getBytes(StandardCharsets.UTF_8));
    mac.update((byte) '.');
    mac.update(request.getHeader("webhook-timestamp").getBytes(StandardCharsets.UTF_8));
    mac.update((byte) '.');
    assertThat(request.getHeader("webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(request.getBody())));
    assertThat(request.getHeader("webhook-timestamp"))
        .isEqualTo(Long.toString(CLOCK.instant().getEpochSecond()));
  }

  @Test
  void withoutASecretTheUpdateGoesUnsigned() {
    secrets = Map.of();

    assertThat(cartChannel().problemsWith(access())).isEmpty();
    LoggedRequest request = sent(update());

    assertThat(request.containsHeader("webhook-signature")).isFalse();
    assertThat(request.getHeader("webhook-id")).isEqualTo(update().id().toString());
  }

  @Test
  void aSecretThatCannotBeUsedIsNeverTakenForNone() {
    receiverAccepts();
    secrets = Map.of("signingSecret", "whsec_tooshort");

    assertThat(cartChannel().send(update(), access())).isInstanceOf(Reply.Refused.class);
    assertThat(receiver.requests()).isEmpty();
  }

  @Test
  void theTestMessageIsAnEventOfItsOwn() throws IOException {
    receiverAccepts();

    Reply reply = cartChannel().test(access());

    LoggedRequest request = receiver.requests().getFirst();
    JsonNode event = json(request.getBodyAsString());
    assertThat(reply).isInstanceOf(Reply.Accepted.class);
    assertThat(event.get("type").textValue()).isEqualTo("org.statusevents.channel.test.v1");
    assertThat(event.get("id").textValue()).isEqualTo(request.getHeader("webhook-id"));
    assertThat(event.at("/data/channel").textValue()).isEqualTo("web");
    assertThat(request.containsHeader("webhook-signature")).isTrue();
  }

  @Test
  void everythingThatIsWrongWithAChannelIsNamed() {
    ChannelAccess access =
        Loopback.access(
            "webhook",
            "ftp://user@receiver.example/#top",
            Map.of("a/b", "1"),
            Map.of("signingSecret", "secret", "signingsecret", SECRET));

    assertThat(cartChannel().problemsWith(access))
        .extracting(DataProblem::pointer)
        .containsExactlyInAnyOrder(
            "/url", "/settings/a~1b", "/secrets/signingsecret", "/secrets/signingSecret");
    assertThat(cartChannel().problemsWith(access).toString()).doesNotContain(SECRET);
  }

  @Test
  void itTakesLineLabelsAndOrdersOfAnyOrigin() {
    assertThat(cartChannel().capabilities())
        .isEqualTo(new Capabilities(true, false, true, DeliveryMode.EVERY_EVENT));
  }
}
