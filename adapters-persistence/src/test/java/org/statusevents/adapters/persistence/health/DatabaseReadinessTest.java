package org.statusevents.adapters.persistence.health;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.adapters.persistence.database.BreakableLine;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.health.Readiness;
import org.statusevents.testkit.health.ReadinessContract;

final class DatabaseReadinessTest implements ReadinessContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  private BreakableLine line;
  private PostgresPersistence persistence;

  @BeforeEach
  void open() throws IOException {
    line = new BreakableLine(DATABASE.config());
    persistence = TestDatabase.open(line.config());
  }

  @AfterEach
  void close() throws IOException {
    persistence.close();
    line.close();
  }

  @Override
  public Readiness readiness() {
    return persistence.readiness();
  }

  @Override
  public void goAway() {
    line.cut();
  }

  @Override
  public void fallSilent() {
    line.goDead();
  }

  @Override
  public void comeBack() {
    line.mend();
  }
}
