package org.statusevents.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void aPoolIsNeitherEmptyNorBoundless() {
    assertThatThrownBy(() -> new PersistenceConfig(URL, "orders", "", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new PersistenceConfig(URL, "orders", "", PersistenceConfig.POOL_SIZE_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
