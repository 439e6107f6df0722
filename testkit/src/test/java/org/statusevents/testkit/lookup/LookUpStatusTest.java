package org.statusevents.testkit.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.application.lookup.LookUpStatus;
import org.statusevents.application.lookup.LookUpStatus.LookupOutcome;
import org.statusevents.application.lookup.LookUpStatus.StatusView;
import org.statusevents.application.lookup.Lookup;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.testkit.AtOnce;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.InMemoryStorage;

/// What customers are told, and how often they may ask (R48 to R50).
final class LookUpStatusTest {
  private static final LookupOutcome MISS = new LookupOutcome.NotFound();
  private static final LookupOutcome WAIT = new LookupOutcome.TooManyTries(Duration.ofMinutes(15));
  private static final String HERE = "192.0.2.1";

  private final ManualClock clock = new ManualClock();
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final TestStore shop = TestStore.shop(storage, Channels.everyEvent("web"));
  private final LookUpStatus lookUpStatus =
      Lookup.lookUpStatus(storage.statusLookups(), storage.configurations(), clock);

  private LookupOutcome lookUp(String order, String postalCode) {
    return lookUp(order, postalCode, HERE);
  }

  private LookupOutcome lookUp(String order, String postalCode, String source) {
    return lookUpStatus.lookUp(Stores.SHOP, order, postalCode, source);
  }

  private StatusView found(String order, String postalCode) {
    LookupOutcome outcome = lookUp(order, postalCode);
    assertThat(outcome).isInstanceOf(LookupOutcome.Found.class);
    return ((LookupOutcome.Found) outcome).status();
  }

  private Optional<String> shownLabel() {
    StatusView status = found("A-1", OrderFixture.POSTAL_CODE);
    return status.labels().textOf(status.order().label());
  }

  private Optional<String> shownLabelOfLine(int line) {
    StatusView status = found("A-1", OrderFixture.POSTAL_CODE);
    return status.labels().textOf(status.order().line(line).orElseThrow().label());
  }

  private void hide(LabelText text) {
    StatusLabel label = shop.configuration().labels().find(text).orElseThrow();
    shop.change(
        new ConfigurationChange.SetLabel(
            new StatusLabel(text, label.kind(), label.color(), label.publicText(), true, false)));
  }

  private void sayPublicly(LabelText text, Map<String, String> texts) {
    StatusLabel label = shop.configuration().labels().find(text).orElseThrow();
    shop.change(
        new ConfigurationChange.SetLabel(
            new StatusLabel(text, label.kind(), label.color(), texts, false, false)));
  }

  @Test
  void e17AWrongCodeAndAnUnknownOrderAreAnsweredAlike() {
    shop.imported(order("A-1"));
    shop.imported(order("A-2").withContact(CustomerContact.UNKNOWN));

    assertThat(lookUp("A-1", "90211")).isEqualTo(MISS);
    assertThat(lookUp("A-9", "90210")).isEqualTo(MISS);
    assertThat(lookUp("A-2", "")).isEqualTo(MISS);
    assertThat(lookUpStatus.lookUp(new StoreId("nowhere"), "A-1", "90210", HERE)).isEqualTo(MISS);
  }

  @Test
  void r49EveryKindOfMissCountsTheSame() {
    shop.imported(order("A-1"));
    for (int i = 0; i < 5; i++) {
      assertThat(lookUp("A-1", "1000" + i)).isEqualTo(MISS);
      assertThat(lookUp("A-9", "1000" + i)).isEqualTo(MISS);
    }

    assertThat(lookUp("A-1", "10006")).isEqualTo(WAIT);
    assertThat(lookUp("A-9", "10006")).isEqualTo(WAIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"90210-1234", "90210", "902101234", " 9 0210 ", "90210\u20131234"})
  void r48TheCodeIsComparedWithoutSpacesAndHyphensOnItsFirstFiveDigits(String code) {
    shop.imported(order("A-1"));

    assertThat(found("A-1", code).order().number().value()).isEqualTo("A-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "9021", "902100", "90210-123", "9021x", "%", "1234"})
  void r48AnotherCodeProvesNothing(String code) {
    shop.imported(order("A-1"));

    assertThat(lookUp("A-1", code)).isEqualTo(MISS);
  }

  @Test
  void r48LettersOfTheCodeAreComparedWithoutTheirCase() {
    shop.imported(
        order("A-1")
            .withContact(
                new CustomerContact(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("SW1A 1AA"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));

    assertThat(found("A-1", "sw1a1aa").billToName()).isEmpty();
    assertThat(lookUp("A-1", "sw1a1ab")).isEqualTo(MISS);
  }

  @Test
  void r48TheOwnNumberOrTheCartsWillDo() {
    shop.imported(order("A-1").withCartOrderNumber("W-5001"));

    assertThat(found("A-1", "90210").order()).isEqualTo(found("W-5001", "90210").order());
    assertThat(lookUp("W-5001", "90211")).isEqualTo(MISS);
  }

  @Test
  void anOrderOfAnotherStoreIsNotFound() {
    TestStore.create(storage, Stores.withDefaults(Stores.OTHER)).imported(order("A-1"));

    assertThat(lookUp("A-1", "90210")).isEqualTo(MISS);
  }

  @Test
  void r49FiveMissesOfAnOrderShutOutTheRightAnswerTooWhereverItComesFrom() {
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    for (int i = 0; i < 5; i++) {
      assertThat(lookUp("A-1", "1000" + i, "192.0.2." + i)).isEqualTo(MISS);
    }

    assertThat(lookUp("A-1", "90210", "198.51.100.7")).isEqualTo(WAIT);
    assertThat(lookUp("A-2", "90210")).isInstanceOf(LookupOutcome.Found.class);
    clock.advance(Duration.ofMinutes(15).plusSeconds(1));
    assertThat(lookUp("A-1", "90210")).isInstanceOf(LookupOutcome.Found.class);
  }

  @Test
  void r49ThirtyMissesOfASourceShutItOutWhateverItAsksFor() {
    shop.imported(order("A-1"));
    for (int i = 0; i < 30; i++) {
      assertThat(lookUp("B-" + i, "90210")).isEqualTo(MISS);
    }

    assertThat(lookUp("A-1", "90210")).isEqualTo(WAIT);
    assertThat(lookUp("A-1", "90210", "192.0.2.2")).isInstanceOf(LookupOutcome.Found.class);
    clock.advance(Duration.ofMinutes(15).plusSeconds(1));
    assertThat(lookUp("A-1", "90210")).isInstanceOf(LookupOutcome.Found.class);
  }

  @Test
  void r49ATryThatIsShutOutDoesNotLengthenTheWait() {
    shop.imported(order("A-1"));
    for (int i = 0; i < 5; i++) {
      assertThat(lookUp("A-1", "10001")).isEqualTo(MISS);
    }
    clock.advance(Duration.ofMinutes(14));
    for (int i = 0; i < 5; i++) {
      assertThat(lookUp("A-1", "10001")).isEqualTo(WAIT);
    }
    clock.advance(Duration.ofMinutes(1).plusSeconds(1));

    assertThat(lookUp("A-1", "90210")).isInstanceOf(LookupOutcome.Found.class);
  }

  @Test
  void r49TriesAtOnceAreAnsweredNoMoreMissesThanOneAfterTheOther() throws Exception {
    shop.imported(order("A-1").withCartOrderNumber("W-1"));

    List<LookupOutcome> outcomes =
        AtOnce.call(20, caller -> lookUp(caller % 2 == 0 ? "A-1" : "W-1", "1000" + caller % 10));

    assertThat(outcomes.stream().filter(MISS::equals)).hasSize(5);
    assertThat(outcomes.stream().filter(WAIT::equals)).hasSize(15);
  }

  @Test
  void r49MissesByTheCartsNumberCountForTheOrder() {
    shop.imported(order("A-1").withCartOrderNumber("W-1"));
    for (int i = 0; i < 5; i++) {
      assertThat(lookUp(i % 2 == 0 ? "A-1" : "W-1", "10001")).isEqualTo(MISS);
    }

    assertThat(lookUp("A-1", "90210")).isEqualTo(WAIT);
    assertThat(lookUp("W-1", "90210")).isEqualTo(WAIT);
  }

  @Test
  void rightAnswersAreNotLimited() {
    shop.imported(order("A-1"));
    for (int i = 0; i < 100; i++) {
      assertThat(lookUp("A-1", "90210")).isInstanceOf(LookupOutcome.Found.class);
    }
  }

  @Test
  void r50LabelsAreShownInTheCustomersWords() {
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    assertThat(shownLabel()).contains("Approved");

    sayPublicly(Labels.APPROVED, Map.of("en", "Confirmed", "fr", "Confirmé"));
    assertThat(shownLabel()).contains("Confirmed");
    sayPublicly(Labels.APPROVED, Map.of("en", "Confirmed", "de", "Bestätigt"));
    assertThat(shownLabel()).contains("Bestätigt");
    sayPublicly(Labels.APPROVED, Map.of("de", "Bestätigt", "de-AT", "Bestätigt, Servus"));
    assertThat(shownLabel()).contains("Bestätigt, Servus");
    sayPublicly(Labels.APPROVED, Map.of("fr", "Confirmé"));
    assertThat(shownLabel()).contains("Approved");
  }

  @Test
  void aHiddenLabelShowsTheLastPublicOne() {
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    shop.owed("op-2", "A-1", Events.paid());
    shop.owed("op-3", "A-1", Events.packed());
    hide(Labels.PACKED);
    assertThat(shownLabel()).contains("Paid");

    hide(Labels.PAID);
    assertThat(shownLabel()).contains("Approved");
    assertThat(shop.known("A-1").order().label()).contains(Labels.PACKED);
  }

  @Test
  void aHiddenLabelOfALineShowsTheLinesLastPublicOne() {
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.shipped(2, 4));
    hide(Labels.ITEM_SHIPPED);

    assertThat(shownLabelOfLine(1)).contains("Received");
    assertThat(shownLabelOfLine(2)).contains("Received");
  }

  @Test
  void aHiddenLabelBehindNoPublicOneShowsNothing() {
    shop.imported(order("A-1"));
    hide(Labels.RECEIVED);

    assertThat(shownLabel()).isEmpty();
    assertThat(shownLabelOfLine(1)).isEmpty();
  }

  @Test
  void r36NothingOfThePersonButTheNamesIsTold() {
    shop.imported(order("A-1"));

    StatusView status = found("A-1", "90210");

    assertThat(status.billToName()).contains("Ada Besteller");
    assertThat(status.shipToName()).contains("Bea Empfänger");
    assertThat(status.toString()).doesNotContain("90210", "customer.example", "+43");
  }
}
