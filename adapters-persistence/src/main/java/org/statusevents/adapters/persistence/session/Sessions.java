package org.statusevents.adapters.persistence.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.ArrayTypeHandler;
import org.statusevents.application.transaction.Transactions;

/// The door to sessions.
public final class Sessions {
  private Sessions() {}

  /// A session over connections that do not commit by themselves.
  public static CurrentSession over(DataSource connections, Collection<Class<?>> mappers) {
    return new CurrentSession(
        new SqlSessionFactoryBuilder().build(configuration(connections, mappers)));
  }

  public static Transactions transactions(CurrentSession session) {
    return new MyBatisTransactions(session);
  }

  static Configuration configuration(DataSource connections, Collection<Class<?>> mappers) {
    Configuration configuration =
        new Configuration(new Environment("postgresql", new JdbcTransactionFactory(), connections));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setCacheEnabled(false);
    // Two equal questions of one transaction may have different answers.
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.getTypeHandlerRegistry().register(UUID.class, new UuidTypeHandler());
    configuration.getTypeHandlerRegistry().register(Instant.class, new InstantTypeHandler());
    configuration.getTypeHandlerRegistry().register(JsonNode.class, new JsonTypeHandler());
    configuration.getTypeHandlerRegistry().register(String[].class, ArrayTypeHandler.class);
    mappers.forEach(configuration::addMapper);
    return configuration;
  }
}
