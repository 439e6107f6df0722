package org.statusevents.adapters.cart.seti;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.adapters.cart.Loopback;
import org.statusevents.adapters.cart.PlayedReceiver;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.decision.UpdateContent.LineContent;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.order.Parcel;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Updates;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The worked examples E12 to E15, and what goes out in both variants (R34 to R38).
final class SetiExamplesTest {
  private static final Loopback LOOPBACK = new Loopback(new ManualClock());
  private static final Parcel UPS =
      new Parcel("UPS", "1Z1", Optional.of(Events.DAY), List.of(new Parcel.ParcelLine(1, 2)));
  private static final Parcel BOB = new Parcel("Bob & Sons", "7", Optional.empty(), List.of());

  @RegisterExtension static final WireMockExtension SERVER = PlayedReceiver.server();

  private final PlayedReceiver receiver = new PlayedReceiver(SERVER, LOOPBACK, "seti");
  private LabelMapping mapping = LabelMapping.NONE;

  @AfterAll
  static void close() {
    LOOPBACK.close();
  }

  private Reply send(Update update, Map<String, String> settings) {
    return receiver
        .channel()
        .send(update, Loopback.access("seti", receiver.url(), settings, SetiCalls.LOGIN, mapping));
  }

  private Map<String, String> sent(Update update, Map<String, String> settings) {
    receiver.answers(200, "SETIResponse=OK;");
    assertThat(send(update, settings)).isInstanceOf(Reply.Accepted.class);
    assertThat(receiver.requests()).hasSize(1);
    LoggedRequest request = receiver.requests().getFirst();
    assertThat(request.getHeader("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
    assertThat(request.getUrl()).isEqualTo("/status?shop=1");
    return SetiCalls.fields(request);
  }

  private Map<String, String> form(Update update) {
    return sent(update, Map.of());
  }

  private Element xml(Update update, String trackingElement) {
    Map<String, String> fields =
        sent(update, Map.of("variant", "xml", "trackingElement", trackingElement));
    assertThat(fields)
        .containsOnlyKeys("setifunction", "setiuser", "password", "code", "omversion", "update");
    return parsed(fields.get("update"));
  }

  private static Element parsed(String document) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(document)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(document, e);
    }
  }

  private static List<Element> children(Element parent) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(parent.getChildNodes()::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  private static Element child(Element parent, String path) {
    Element found = parent;
    for (String name : path.split("/", -1)) {
      found =
          children(found).stream()
              .filter(element -> element.getTagName().equals(name))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no " + path));
    }
    return found;
  }

  private static String text(Element parent, String path) {
    return child(parent, path).getTextContent();
  }

  private static List<String> names(Element parent) {
    return children(parent).stream().map(Node::getNodeName).toList();
  }

  private static LineContent line(String name) {
    return new LineContent(
        1,
        "SKU-1",
        name,
        Optional.of(Labels.ITEM_SHIPPED),
        Optional.empty(),
        3,
        2,
        1,
        Optional.of(Events.DAY),
        Optional.empty());
  }

  @Test
  void e12AnOkInCapitalsIsSuccess() {
    receiver.answers(200, "SETIRESPONSE=ok;");

    assertThat(send(Updates.shipped().update(), Map.of()))
        .isEqualTo(new Reply.Accepted("SETIRESPONSE=ok;"));
  }

  @Test
  void e13AFalseWithNotesIsARefusalInTheCartsWords() {
    receiver.answers(200, "SETIResponse: update=False;Notes=unknown order");

    assertThat(send(Updates.shipped().update(), Map.of()))
        .isEqualTo(new Reply.Refused("unknown order"));
  }

  @Test
  void e14TwoPackagesAreNumbered() {
    Map<String, String> fields = form(Updates.shipped().withParcels(UPS, BOB).update());

    assertThat(fields)
        .containsEntry("trackcount", "2")
        .containsEntry("tracknum1", "1Z1")
        .containsEntry("trackcarrier1", "UPS")
        .containsEntry("trackpickupdate1", "2026-03-05")
        .containsEntry("tracknum2", "7")
        .containsEntry("trackcarrier2", "Bob & Sons")
        .containsEntry("trackpickupdate2", "")
        .doesNotContainKeys("tracknum", "trackcarrier", "trackpickupdate");
  }

  @Test
  void e14OnePackageHasNoNumber() {
    Map<String, String> fields = form(Updates.shipped().withParcels(UPS).update());

    assertThat(fields)
        .containsEntry("trackcount", "1")
        .containsEntry("tracknum", "1Z1")
        .containsEntry("trackcarrier", "UPS")
        .containsEntry("trackpickupdate", "2026-03-05")
        .doesNotContainKeys("tracknum1", "trackcarrier1", "trackpickupdate1");
  }

  @Test
  void e14NoPackageIsCountedOnly() {
    assertThat(form(Updates.shipped().withParcels().update()))
        .containsEntry("trackcount", "0")
        .allSatisfy((name, _) -> assertThat(name).doesNotMatch("track(num|carrier|pickupdate).*"));
  }

  @Test
  void theFormNamesTheOrderByTheCartsNumberAndLogsIn() {
    assertThat(form(Updates.shipped().withParcels().update()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("setifunction", "updatestatus"),
                Map.entry("setiuser", "Xk29-user"),
                Map.entry("password", "p&w=d +%4/é"),
                Map.entry("code", "S-77"),
                Map.entry("omversion", "7.1"),
                Map.entry("ordernumber", "5001"),
                Map.entry("orderstatus", "Shipped"),
                Map.entry("refnumber", "1042"),
                Map.entry("trackcount", "0")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R&D <b>\"quoted\"</b> 'single' é ü ß 日本語",
        "]]> <![CDATA[ x ]]> <!-- --> <?pi?> &amp; &#65; &unknown;",
        "emoji \uD83D\uDE00\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08 beyond",
        "  blanks  around\tand\nbelow\r\nor\ralone  ",
        "\u0085 \u2028 \u00A0 \uFFFD \uE000 \uDBFF\uDFFD"
      })
  void e15AnyTextComesBackUnchanged(String text) {
    Element document =
        xml(
            Updates.shipped()
                .withLines(line(text))
                .withParcels(new Parcel(text, text, Optional.empty(), List.of()))
                .update(),
            "TrackNum");

    assertThat(text(document, "Order/Items/Item/Name")).isEqualTo(text);
    assertThat(text(document, "Order/Packages/Package/Shipper")).isEqualTo(text);
    assertThat(text(document, "Order/Packages/Package/TrackNum")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\u0000b\u0001\u001F\u000B', a\uFFFDb\uFFFD\uFFFD\uFFFD",
    "half \uD83D and \uDE00, half \uFFFD and \uFFFD",
    "\uFFFE and \uFFFF, \uFFFD and \uFFFD",
  })
  void e15WhatXmlCannotHoldIsReplacedAndTheRestStays(String text, String sent) {
    Element document = xml(Updates.shipped().withLines(line(text)).update(), "TrackNum");

    assertThat(text(document, "Order/Items/Item/Name")).isEqualTo(sent);
  }

  @Test
  void e15ALongTextOfEmojiComesBackWhole() {
    String text = "x" + "\uD83D\uDE00".repeat(20_000);

    assertThat(
            text(
                xml(Updates.shipped().withLines(line(text)).update(), "TrackNum"),
                "Order/Items/Item/Name"))
        .isEqualTo(text);
  }

  @Test
  void theDocumentHoldsOneOrderWithTheElementsOfTheProtocol() {
    Element document =
        xml(
            Updates.shipped().withLines(line("Article 1")).withParcels(UPS, BOB).update(),
            "TrackNum");

    assertThat(document.getTagName()).isEqualTo("Orders");
    assertThat(names(document)).containsExactly("Order");
    Element order = child(document, "Order");
    assertThat(names(order))
        .containsExactly(
            "OrderNumber",
            "ReferenceNumber",
            "Status",
            "ChangeDateTime",
            "Notes",
            "Comments",
            "Packages",
            "Items");
    assertThat(text(order, "OrderNumber")).isEqualTo("5001");
    assertThat(text(order, "ReferenceNumber")).isEqualTo("1042");
    assertThat(text(order, "Status")).isEqualTo("Shipped");
    assertThat(text(order, "ChangeDateTime")).isEqualTo("2026-03-05T14:20:00");
    assertThat(names(child(order, "Packages"))).containsExactly("Package", "Package");
    assertThat(text(order, "Packages/Package/PackageID")).isEqualTo("P1");
    assertThat(text(order, "Packages/Package/Shipper")).isEqualTo("UPS");
    assertThat(text(order, "Packages/Package/PickupDate")).isEqualTo("2026-03-05");
    Element item = child(order, "Items/Item");
    assertThat(text(item, "ItemNumber")).isEqualTo("1");
    assertThat(text(item, "Status")).isEqualTo("Item Shipped");
    assertThat(text(item, "Ordered")).isEqualTo("3");
    assertThat(text(item, "Shipped")).isEqualTo("2");
    assertThat(text(item, "Needed")).isEqualTo("1");
    assertThat(names(child(item, "Packages"))).containsExactly("Package");
    assertThat(text(item, "Packages/Package/PackageID")).isEqualTo("P1");
    assertThat(text(item, "Packages/Package/Quantity")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TrackNum", "TrackingID"})
  void r38TheElementForTrackingIsTheOneChosen(String element) {
    Element document = xml(Updates.shipped().withParcels(UPS).update(), element);

    assertThat(names(child(document, "Order/Packages/Package")))
        .containsExactly("PackageID", element, "Shipper", "PickupDate");
    assertThat(text(document, "Order/Packages/Package/" + element)).isEqualTo("1Z1");
  }

  @Test
  void r39LabelsGoOutInTheCartsOwnWords() {
    mapping =
        new LabelMapping(
            Map.of(
                Labels.SHIPPED, new LabelTarget.CartStatus("complete"),
                Labels.ITEM_SHIPPED, new LabelTarget.CartStatus("line & done")));

    Element document = xml(Updates.shipped().update(), "TrackNum");

    assertThat(text(document, "Order/Status")).isEqualTo("complete");
    assertThat(text(document, "Order/Items/Item/Status")).isEqualTo("line & done");
  }

  @Test
  void r39TheFormTellsTheCartsOwnWordToo() {
    mapping = new LabelMapping(Map.of(Labels.SHIPPED, new LabelTarget.CartStatus("complete")));

    assertThat(form(Updates.shipped().update())).containsEntry("orderstatus", "complete");
  }
}
