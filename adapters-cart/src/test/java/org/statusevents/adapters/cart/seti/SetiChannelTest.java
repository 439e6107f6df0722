package org.statusevents.adapters.cart.seti;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.adapters.cart.HttpReceiverContract;
import org.statusevents.adapters.cart.Loopback;
import org.statusevents.adapters.cart.PlayedReceiver;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Updates;

final class SetiChannelTest implements HttpReceiverContract {
  private static final Loopback LOOPBACK = new Loopback(new ManualClock());

  @RegisterExtension static final WireMockExtension SERVER = PlayedReceiver.server();

  private final PlayedReceiver receiver = new PlayedReceiver(SERVER, LOOPBACK, "seti");
  private Map<String, String> settings = Map.of();
  private Map<String, String> secrets = SetiCalls.LOGIN;

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
    return "SETIResponse: update=OK;Notes=";
  }

  @Override
  public ChannelAccess access() {
    return Loopback.access("seti", receiver.url(), settings, secrets);
  }

  @Override
  public void receiverAccepts() {
    receiver.answers(200, acceptance());
  }

  @Override
  public void receiverRefuses(String words) {
    receiver.answers(200, "SETIResponse: update=False;Notes=" + words);
  }

  @Override
  public void receiverFails() {
    receiver.answers(500, "Fatal error on line 7");
  }

  private Reply replyTo(String answer) {
    receiver.answers(200, answer);
    return cartChannel().send(update(), access());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SETIResponse: update=OK;Notes=",
        "SETIResponse: update=OK",
        "SETIResponse=OK;",
        "SETIResponse=OK",
        "SETIRESPONSE=ok;",
        "setiresponse: UPDATE=Ok;notes=sent to the customer",
        "SetiResponse : update = ok ; Notes = ",
        "\uFEFF  SETIResponse=OK;\r\n",
        "SETIResponse:update=OK;\nNotes=\n"
      })
  void anAcceptanceIsReadInBothDialectsAndAnyCase(String answer) {
    assertThat(replyTo(answer)).isInstanceOf(Reply.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'SETIResponse: update=False;Notes=unknown order', unknown order",
    "'SETIResponse=False;Note=unknown order', unknown order",
    "'SETIRESPONSE=FALSE;NOTES=no; never;', no; never",
    "'setiresponse: update=false ; note = a\tb', a b",
    "'SETIResponse=False', SETIResponse=False",
    "'SETIResponse: update=False;Notes=', SETIResponse: update=False;Notes=",
    "'SETIError: no such function', no such function",
    "'SETIERROR=no such function', no such function",
    "'SETIError:', SETIError:"
  })
  void aRefusalIsReadInBothDialectsAndAnyCase(String answer, String words) {
    assertThat(replyTo(answer)).isEqualTo(new Reply.Refused(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \r\n",
        "OK",
        "SETIResponse",
        "SETIResponse=",
        "SETIResponse=OKAY",
        "SETIResponse=Falsehood;Notes=x",
        "SETIResponse: order=OK;",
        "SETIResponse=\u0130K;",
        "not SETIResponse=OK;",
        "<html><head><title>Oops</title></head><body>SETIResponse=OK;</body></html>",
        "<!DOCTYPE html><p>Please log in",
        "<b>Warning</b>: mysql_connect() on line 3<br>SETIResponse=OK;",
        "{\"update\": \"OK\"}"
      })
  void whatIsNeitherLeavesTheUpdateOpen(String answer) {
    Reply reply = replyTo(answer);

    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
    assertThat(reply.words())
        .isEqualTo(
            answer.isBlank()
                ? "the answer is empty"
                : "the answer does not say what became of the update: " + answer);
  }

  /// Of XML answers only the failure is one to `updatestatus` (R41).
  @Test
  void anXmlAnswerIsARefusalWhereItsCodeIs3AndOpenOtherwise() {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <SETICart><Response><ResponseCode> %s </ResponseCode>
        <ResponseDescription>R &amp; D is shut</ResponseDescription></Response></SETICart>
        """;

    assertThat(replyTo(xml.formatted("3"))).isEqualTo(new Reply.Refused("R & D is shut"));
    assertThat(replyTo(xml.formatted("3").replace("Response", "RESPONSE")))
        .isEqualTo(new Reply.Refused("R & D is shut"));
    assertThat(replyTo(xml.formatted("1"))).isInstanceOf(Reply.Unavailable.class);
    assertThat(replyTo(xml.formatted("2"))).isInstanceOf(Reply.Unavailable.class);
    assertThat(replyTo(xml.formatted("33"))).isInstanceOf(Reply.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a><ResponseCode>3</ResponseCode></a>",
        "<!DOCTYPE a [<!ENTITY x \"3\">]><a><ResponseCode>&x;</ResponseCode></a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a><ResponseCode>3"
            + "</ResponseCode><ResponseDescription>&x;</ResponseDescription></a>",
        "<!DOCTYPE a [<!ENTITY x \"aaaaaaaa\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;&y;&y;</a>"
      })
  void anXmlAnswerExpandsNothing(String answer) {
    Reply reply = replyTo(answer);

    assertThat(reply)
        .satisfiesAnyOf(
            open -> assertThat(open).isInstanceOf(Reply.Unavailable.class),
            refused -> assertThat(refused).isInstanceOf(Reply.Refused.class));
    assertThat(reply.words()).startsWith(reply instanceof Reply.Refused ? "<!DOCTYPE" : "the an");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a><b",
        "<a></b>",
        "<",
        "<a b='",
        "<a>&#0;</a>",
        "<![CDATA[",
        "<?xml",
        "<?xml version='9'?>",
        "<a>&#xD800;</a>",
        "<a\u0000/>",
        "<a xmlns:x=''><x:b/></a>"
      })
  void xmlThatIsNotWellFormedIsNoAnswer(String answer) {
    assertThat(replyTo(answer)).isInstanceOf(Reply.Unavailable.class);
  }

  @Test
  void xmlOfManyThousandNestedElementsIsNoAnswer() {
    assertThat(replyTo("<a>".repeat(30_000))).isInstanceOf(Reply.Unavailable.class);
  }

  @Test
  void anOrderWithoutANumberInTheCartIsSentNowhere() {
    receiverAccepts();

    Reply reply = cartChannel().send(Updates.shipped().withoutCartOrderNumber().update(), access());

    assertThat(reply).isEqualTo(new Reply.Refused("not sent: the order has no number in the cart"));
    assertThat(receiver.requests()).isEmpty();
  }

  /// What the decider makes "channel cannot" of.
  @Test
  void itKnowsOrdersByTheCartsNumberOnly() {
    assertThat(cartChannel().capabilities())
        .isEqualTo(new Capabilities(true, true, true, DeliveryMode.EVERY_EVENT));
  }

  @Test
  void theTestCallAsksForTheVersionWithoutLoggingIn() {
    receiver.answers(200, "SETIVersion: 1.243");

    Reply reply = cartChannel().test(access());

    assertThat(reply).isEqualTo(new Reply.Accepted("SETIVersion: 1.243"));
    assertThat(receiver.requests())
        .singleElement()
        .satisfies(request ->
            assertThat(SetiCalls.fields(request))
                .isEqualTo(Map.of("setifunction", "sendversion", "omversion", "7.1")));
  }

  @ParameterizedTest
  @CsvSource({
    "SETIResponse: 1.0, Accepted",
    "'<a><ResponseCode>1</ResponseCode></a>', Accepted",
    "'<a><ResponseCode>3</ResponseCode></a>', Refused",
    "SETIError: not for you, Refused",
    "'<html>Welcome to our shop</html>', Refused",
    "'', Refused"
  })
  void theTestCallShowsWhetherAScriptAnswers(String answer, String meaning) {
    receiver.answers(200, answer);

    assertThat(cartChannel().test(access()).getClass().getSimpleName()).isEqualTo(meaning);
  }

  @Test
  void everythingThatIsWrongWithAChannelIsNamed() {
    ChannelAccess access =
        Loopback.access(
            "seti",
            "file:///etc/passwd",
            Map.of("variant", "json", "trackingElement", "tracknum", "Variant", "xml"),
            Map.of("user", " ", "code", "7".repeat(501), "token", "x"));

    assertThat(cartChannel().problemsWith(access))
        .extracting(DataProblem::pointer)
        .containsExactlyInAnyOrder(
            "/url",
            "/settings/variant",
            "/settings/trackingElement",
            "/settings/Variant",
            "/secrets/user",
            "/secrets/password",
            "/secrets/code",
            "/secrets/token");
  }

  @Test
  void theStoreCodeIsOptional() {
    secrets = Map.of("user", "om", "password", "p");
    settings = Map.of("variant", "xml", "trackingElement", "TrackingID");

    assertThat(cartChannel().problemsWith(access())).isEmpty();
  }

  @Test
  void secretsAreNotInItsWordsHoweverTheReceiverWritesThem() {
    secrets = Map.of("user", "o m&<é\"", "password", "p%/+'>ß");
    for (String written :
        new String[] {
          "o m&<é\" p%/+'>ß",
          "o+m%26%3C%C3%A9%22 p%25%2F%2B%27%3E%C3%9F",
          "o%20m%26%3c%c3%a9%22 p%25%2f%2b%27%3e%c3%9f",
          "o m&amp;&lt;é&quot; p%/+&#39;&gt;ß",
          "o m&amp;&lt;é\" p%/+&#039;&gt;ß"
        }) {
      receiverRefuses("who is " + written + "?");

      assertThat(cartChannel().send(update(), access()))
          .as(written)
          .isEqualTo(new Reply.Refused("who is *** ***?"));
    }
  }
}
