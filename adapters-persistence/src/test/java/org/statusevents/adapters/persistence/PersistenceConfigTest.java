package org.statusevents.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersistenceConfigTest {
  private static final String URL = "jdbc:postgresql://db.example:5432/orders?password=hidden";

  @Test
  void noPasswordIsEverPrinted() {
    PersistenceConfig config = new PersistenceConfig(URL, "orders", "secret", 10);

    assertThat(config)
        .hasToString("PersistenceConfig[jdbc:postgresql://db.example:5432/orders, poolSize=10]");
  }

  @Test
  void anotherKindOfDatabaseIsRefusedWithoutRepeatingTheAddress() {
    assertThatThrownBy(() -> new PersistenceConfig("jdbc:mysql://hidden", "orders", "", 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jdbc:postgresql:")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void anAddressThatTheDriverWouldNotTakeIsRefusedBeforehand() {
    assertThat(
            List.of(
                "jdbc:postgresql:orders",
                "jdbc:postgresql:///orders",
                "jdbc:postgresql://db/orders",
                "jdbc:postgresql://one:5432,two:5433/orders?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/orders"))
        .allSatisfy(url -> assertThat(PersistenceConfig.problemWith(url)).isEmpty());
    assertThat(
            List.of(
                "postgres://hidden@db/orders",
                "jdbc:postgresql://db:99999/orders",
                "jdbc:postgresql://db:hidden/orders",
                "jdbc:postgresql:// db/orders",
                "jdbc:postgresql://hidden@db/orders",
                "jdbc:postgresql://db:5432"))
        .allSatisfy(url ->
            assertThat(PersistenceConfig.problemWith(url))
                .contains("(expected: like jdbc:postgresql://host:5432/database)"));
  }

  @Test
  void aPoolIsNeitherEmptyNorBoundless() {
    assertThatThrownBy(() -> new PersistenceConfig(URL, "orders", "", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new PersistenceConfig(URL, "orders", "", PersistenceConfig.POOL_SIZE_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
