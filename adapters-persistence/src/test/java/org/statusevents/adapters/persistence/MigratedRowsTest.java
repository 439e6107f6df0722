package org.statusevents.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.database.TestDatabase;

/// A database of an earlier release keeps its rows.
class MigratedRowsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  private PersistenceConfig old;

  @BeforeEach
  void before() throws SQLException {
    try (Connection connection = connection(DATABASE.config());
        Statement statement = connection.createStatement()) {
      var _ = statement.execute("create database earlier template template0");
    }
    old =
        new PersistenceConfig(
            DATABASE.config().jdbcUrl().replaceFirst("/[^/]*$", "/earlier"),
            DATABASE.config().user(),
            DATABASE.config().password(),
            2);
  }

  @Test
  void rowsOfAnyTimeMoveToTheirMonths() throws SQLException {
    int _ =
        Flyway.configure()
            .dataSource(old.jdbcUrl(), old.user(), old.password())
            .locations("classpath:db/migration")
            .target(MigrationVersion.fromVersion("0002"))
            .load()
            .migrate()
            .migrationsExecuted;
    execute(
        """
        insert into order_history
        select 's', 'A-1', i, 'orderPack', 'op', 'oms', 'anna', at, at, 1, '{}', '[]', '[]', '{}'
          from (values (1, timestamptz 'epoch'), (2, timestamptz '2019-12-31 23:59:59.999999Z'),
                       (3, timestamptz '2020-01-01 00:00:00Z'), (4, now()),
                       (5, now() + interval '20 years')) as given(i, at);
        insert into channel_update
        select 's', 'web', 'A-1', sequence, gen_random_uuid(), sequence, 0, false, null,
               recorded_at, null, null
          from order_history;
        insert into lane (store_id, channel_id, order_number, acked_position, last_position,
                          owed_facts, due_at)
        values ('s', 'web', 'A-1', 1, 5, 0, now());
        insert into delivery_attempt
        select 's', 'web', 'A-1', 1, 1, timestamptz '1970-01-02', 5, 'ACCEPTED', 'thanks';
        """);

    try (PostgresPersistence persistence = TestDatabase.open(old)) {
      assertThat(persistence.migrations().migrate()).isPositive();
    }

    assertThat(text("select string_agg(sequence::text, ',' order by sequence) from order_history"))
        .isEqualTo("1,2,3,4,5");
    assertThat(
            text(
                "select string_agg(state, ',' order by position) from update_standing"
                    + " where order_number = 'A-1'"))
        .isEqualTo("ACCEPTED,OWED,OWED,OWED,OWED");
    assertThat(text("select sequence::text from order_history_p2019_12")).isEqualTo("2");
    assertThat(text("select sequence::text from order_history_p2020_01")).isEqualTo("3");
    assertThat(text("select (waiting_since at time zone 'UTC')::text from lane"))
        .isEqualTo("2019-12-31 23:59:59.999999");
    assertThat(text("select count(*)::text from pg_class where relname like '%_whole%'"))
        .isEqualTo("0");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connection(old);
        Statement statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }

  private String text(String query) throws SQLException {
    try (Connection connection = connection(old);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static Connection connection(PersistenceConfig config) throws SQLException {
    return DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
  }
}
