package org.statusevents.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.statusevents.application.access.Access;
import org.statusevents.application.access.AccessKey;
import org.statusevents.application.access.Authenticate;
import org.statusevents.application.access.Authenticate.Authentication;
import org.statusevents.application.access.ManageKeys;
import org.statusevents.application.access.ManageKeys.MintedKey;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.memory.InMemoryStorage;

final class AuthenticateTest {
  private static final Pattern FORM = Pattern.compile("sep_live_([0-9A-Za-z]{12})_[0-9A-Za-z]{49}");
  private static final StoreScope OF_SHOP = new StoreScope.OneStore(Stores.SHOP);
  private static final StoreScope OF_OTHER = new StoreScope.OneStore(Stores.OTHER);
  private static final StoreScope ALL = new StoreScope.AllStores();
  private static final Authentication UNKNOWN = new Authentication.Unknown();

  private final ManualClock clock = new ManualClock();
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final RandomGenerator randomness = RandomGeneratorFactory.getDefault().create(42);
  private final Authenticate authenticate =
      Access.authenticate(storage.accessKeys(), clock, randomness);
  private final ManageKeys manageKeys = Access.manageKeys(storage.accessKeys(), clock, randomness);

  private MintedKey minted(StoreScope scope) {
    return manageKeys.create(scope, Role.CONFIGURE, "Till", Optional.empty());
  }

  private Authentication present(String key) {
    return authenticate.authenticate(key);
  }

  @Test
  void aKeyIsKnownWithItsScopeAndRole() {
    MintedKey key = minted(OF_SHOP);

    assertThat(present(key.text())).isEqualTo(new Authentication.Known(key.key()));
    assertThat(key.key())
        .isEqualTo(
            new AccessKey(
                key.key().id(),
                OF_SHOP,
                Role.CONFIGURE,
                "Till",
                ManualClock.START,
                Optional.empty()));
  }

  @Test
  void aKeyExpiresAtItsTimeToTheMoment() {
    MintedKey key =
        manageKeys.create(
            ALL, Role.READ, "Till", Optional.of(ManualClock.START.plus(Duration.ofHours(1))));
    clock.advance(Duration.ofHours(1).minusNanos(1));
    assertThat(present(key.text())).isEqualTo(new Authentication.Known(key.key()));
    clock.advance(Duration.ofNanos(1));

    assertThat(present(key.text())).isEqualTo(new Authentication.Expired());
  }

  @Test
  void aWrongSecretIsUnknownAlsoWhereTheKeyHasExpired() {
    MintedKey expired = manageKeys.create(ALL, Role.READ, "Till", Optional.of(ManualClock.START));
    MintedKey other = minted(ALL);
    assertThat(present(expired.text())).isEqualTo(new Authentication.Expired());

    assertThat(present(idOf(expired, other))).isEqualTo(UNKNOWN);
    assertThat(present(idOf(other, expired))).isEqualTo(UNKNOWN);
  }

  /// A well-formed text of the one key's id with the other's secret.
  private static String idOf(MintedKey one, MintedKey other) {
    String body =
        "sep_live_"
            + one.key().id()
            + other.text().substring("sep_live_".length() + 12, other.text().length() - 6);
    return body + checksum(body);
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    StringBuilder text = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < 6; i++) {
      text.append(alphabet.charAt((int) (rest % 62)));
      rest /= 62;
    }
    return text.reverse().toString();
  }

  @Test
  void theLastSixCharactersAreTheChecksumOfTheRest() {
    String text = minted(ALL).text();

    assertThat(text).endsWith(checksum(text.substring(0, text.length() - 6)));
  }

  @Test
  void aDeletedKeyIsUnknown() {
    MintedKey key = minted(OF_SHOP);
    assertThat(manageKeys.delete(key.key().id(), OF_SHOP)).isTrue();

    assertThat(present(key.text())).isEqualTo(UNKNOWN);
  }

  @Test
  void whatIsNoKeyIsUnknown() {
    String text = minted(ALL).text();
    for (String wrong :
        List.of(
            "",
            " ",
            "sep_live_",
            text + "0",
            text.substring(1),
            text.substring(0, text.length() - 1),
            " " + text,
            text + "\n",
            text + "\0",
            text.replace("sep_live_", "sep_test_"),
            "x".repeat(100_000))) {
      assertThat(present(wrong)).as(wrong).isEqualTo(UNKNOWN);
    }
  }

  @Test
  void aKeyWithAnyOneCharacterChangedIsUnknown() {
    String text = minted(ALL).text();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'x' ? 'y' : 'x';
      assertThat(present(text.substring(0, i) + other + text.substring(i + 1)))
          .as("changed at %d", i)
          .isEqualTo(UNKNOWN);
    }
  }

  @Test
  void keysAreOfTheFormThatScannersFindAndNoTwoAreAlike() {
    MintedKey one = minted(ALL);
    MintedKey two = minted(ALL);

    for (MintedKey key : List.of(one, two)) {
      var form = FORM.matcher(key.text());
      assertThat(form.matches()).as(key.text().substring(0, 9)).isTrue();
      assertThat(form.group(1)).isEqualTo(key.key().id());
      assertThat(key.toString()).doesNotContain(key.text().substring(22));
      assertThat(key.key().toString()).doesNotContain(key.text().substring(22));
    }
    assertThat(one.text()).isNotEqualTo(two.text());
    assertThat(one.key().id()).isNotEqualTo(two.key().id());
  }

  @Test
  void ofTheSecretOnlyADigestIsStored() {
    MintedKey key = minted(ALL);

    assertThat(storage.accessKeys().find(key.key().id()).orElseThrow().digest())
        .hasSize(32)
        .isNotEqualTo(key.text().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void keysAreListedAndDeletedWithinTheScopeOnly() {
    AccessKey own = minted(OF_SHOP).key();
    AccessKey others = minted(OF_OTHER).key();
    AccessKey all = minted(ALL).key();

    assertThat(manageKeys.list(OF_SHOP)).containsExactly(own);
    assertThat(manageKeys.list(ALL)).containsExactlyInAnyOrder(own, others, all);
    assertThat(manageKeys.delete(others.id(), OF_SHOP)).isFalse();
    assertThat(manageKeys.delete(all.id(), OF_SHOP)).isFalse();
    assertThat(manageKeys.delete(own.id(), OF_SHOP)).isTrue();
    assertThat(manageKeys.delete(others.id(), ALL)).isTrue();
    assertThat(manageKeys.list(ALL)).containsExactly(all);
  }

  @Test
  void aScopeCoversItsOwnStoreOrAll() {
    assertThat(OF_SHOP.covers(Stores.SHOP)).isTrue();
    assertThat(OF_SHOP.covers(Stores.OTHER)).isFalse();
    assertThat(ALL.covers(Stores.OTHER)).isTrue();
  }

  @Test
  void configureAndOperateAlsoReadAndAdminMayEverything() {
    for (Role right : Role.values()) {
      assertThat(Role.ADMIN.grants(right)).isTrue();
      assertThat(right.grants(right)).isTrue();
      assertThat(Role.READ.grants(right)).isEqualTo(right == Role.READ);
      assertThat(Role.INGEST.grants(right)).isEqualTo(right == Role.INGEST);
      assertThat(Role.CONFIGURE.grants(right))
          .isEqualTo(right == Role.CONFIGURE || right == Role.READ);
      assertThat(Role.OPERATE.grants(right)).isEqualTo(right == Role.OPERATE || right == Role.READ);
    }
  }

  @Test
  void aKeyHasANameOfAHundredCharactersAtMost() {
    for (String name : new String[] {"", " \t", "n".repeat(101), "Ti\0ll", "Till\ud800"}) {
      assertThat(AccessKey.problemWithName(name)).as("\"%s\"", name).isPresent();
      assertThatThrownBy(() -> manageKeys.create(ALL, Role.READ, name, Optional.empty()))
          .as("\"%s\"", name)
          .isInstanceOf(IllegalArgumentException.class);
    }
    String longest = "n".repeat(100);
    assertThat(AccessKey.problemWithName(" " + longest + " ")).isEmpty();
    assertThat(
            manageKeys.create(ALL, Role.READ, " " + longest + " ", Optional.empty()).key().name())
        .isEqualTo(longest);
    assertThat(storage.accessKeys().list(ALL)).hasSize(1);
  }
}
