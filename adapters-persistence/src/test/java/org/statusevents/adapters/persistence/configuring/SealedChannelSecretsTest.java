package org.statusevents.adapters.persistence.configuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.PersistenceConfig;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.testkit.Stores;

class SealedChannelSecretsTest {
  private static final ChannelId WEB = new ChannelId("web");
  private static final ChannelId CART = new ChannelId("cart");
  private static final Map<String, String> SECRETS = Map.of("password", "Sesam-öffne-dich");

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  @BeforeEach
  void empty() {
    DATABASE.empty();
  }

  private static byte[] key(int seed) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) seed);
    return key;
  }

  private static PostgresPersistence node(String current, Map<String, byte[]> keys) {
    return new PostgresPersistence(DATABASE.config(), current, keys);
  }

  private static ChannelSecrets secrets() {
    return DATABASE.persistence().channelSecrets();
  }

  private static void execute(String sql) {
    PersistenceConfig config = DATABASE.config();
    try (Connection connection =
            DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
        PreparedStatement statement = connection.prepareStatement(sql)) {
      assertThat(statement.executeUpdate()).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sealed() {
    PersistenceConfig config = DATABASE.config();
    try (Connection connection =
            DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
        PreparedStatement statement =
            connection.prepareStatement("select sealed from channel_secret");
        ResultSet rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getBytes(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsStoredDoesNotShowASecretAndIsNeverTheSameTwice() {
    secrets().write(Stores.SHOP, WEB, SECRETS);
    byte[] once = sealed();
    secrets().write(Stores.SHOP, WEB, SECRETS);

    assertThat(new String(once, StandardCharsets.UTF_8)).doesNotContain("Sesam", "password");
    assertThat(sealed()).isNotEqualTo(once);
  }

  @Test
  void secretsOfAnOlderKeyOpenAndAreWrittenWithTheCurrentOne() {
    try (PostgresPersistence before = node("old", Map.of("old", key(1)))) {
      before.channelSecrets().write(Stores.SHOP, WEB, SECRETS);
    }
    try (PostgresPersistence turning = node("new", Map.of("old", key(1), "new", key(2)))) {
      assertThat(turning.channelSecrets().read(Stores.SHOP, WEB)).isEqualTo(SECRETS);
      turning.channelSecrets().write(Stores.SHOP, WEB, SECRETS);
    }
    try (PostgresPersistence after = node("new", Map.of("new", key(2)))) {
      assertThat(after.channelSecrets().read(Stores.SHOP, WEB)).isEqualTo(SECRETS);
    }
  }

  @Test
  void aKeyThatIsNotHereIsNamedWithTheChannelAndNothingElse() {
    secrets().write(Stores.SHOP, WEB, SECRETS);

    try (PostgresPersistence other = node("other", Map.of("other", key(1)))) {
      assertThatThrownBy(() -> other.channelSecrets().read(Stores.SHOP, WEB))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("secrets of channel shop/web need key \"test\", which is not here");
      assertThat(other.channelSecrets().names(Stores.SHOP, WEB)).containsExactly("password");
    }
  }

  @Test
  void anotherKeyOfTheSameNameOpensNothing() {
    secrets().write(Stores.SHOP, WEB, SECRETS);

    try (PostgresPersistence other = node("test", Map.of("test", key(1)))) {
      assertThatThrownBy(() -> other.channelSecrets().read(Stores.SHOP, WEB))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("secrets of channel shop/web cannot be opened with key \"test\"");
    }
  }

  @Test
  void secretsMovedToAnotherChannelOrStoreDoNotOpen() {
    secrets().write(Stores.SHOP, WEB, SECRETS);
    execute("update channel_secret set channel_id = 'cart'");

    assertThatThrownBy(() -> secrets().read(Stores.SHOP, CART))
        .hasMessage("secrets of channel shop/cart cannot be opened with key \"test\"");

    execute("update channel_secret set channel_id = 'web', store_id = 'other-shop'");
    assertThatThrownBy(() -> secrets().read(Stores.OTHER, WEB))
        .hasMessage("secrets of channel other-shop/web cannot be opened with key \"test\"");
  }

  @Test
  void aSecretThatWasCutShortDoesNotOpen() {
    secrets().write(Stores.SHOP, WEB, SECRETS);

    for (int bytes : new int[] {28, 12, 5, 0}) {
      execute("update channel_secret set sealed = substring(sealed for " + bytes + ")");
      assertThatThrownBy(() -> secrets().read(Stores.SHOP, WEB))
          .as("%d bytes", bytes)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("secrets of channel shop/web cannot be opened with key \"test\"");
    }
  }

  @Test
  void keysThatAreNoneAreRefusedWithoutShowingThem() {
    assertThatThrownBy(() -> new SecretKeys("a", Map.of("b", key(1))))
        .hasMessage("secret keys: none is called \"a\"");
    assertThatThrownBy(() -> new SecretKeys("a", Map.of("a", new byte[31])))
        .hasMessage("secret key \"a\": 31 bytes (expected: 32)");
    assertThat(new SecretKeys("a", Map.of("a", key(65)))).hasToString("SecretKeys[[a]]");
  }
}
