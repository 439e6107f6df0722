package org.statusevents.adapters.persistence.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.statusevents.adapters.persistence.PersistenceConfig;

/// Connections that count the statements sent over them.
public final class CountingConnections {
  private final AtomicInteger statements = new AtomicInteger();
  private final DataSource connections;

  public CountingConnections(PersistenceConfig config) {
    PGSimpleDataSource postgresql = new PGSimpleDataSource();
    postgresql.setUrl(config.jdbcUrl());
    postgresql.setUser(config.user());
    postgresql.setPassword(config.password());
    connections = watched(DataSource.class, postgresql);
  }

  public DataSource connections() {
    return connections;
  }

  public int during(Runnable work) {
    statements.set(0);
    work.run();
    return statements.get();
  }

  private <T> T watched(Class<T> type, T watched) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingConnections.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call(watched, method, arguments)));
  }

  private Object call(Object watched, Method method, Object[] arguments) throws Throwable {
    if (watched instanceof PreparedStatement && method.getName().startsWith("execute")) {
      int _ = statements.incrementAndGet();
    }
    try {
      return switch (method.invoke(watched, arguments)) {
        case Connection connection -> watched(Connection.class, connection);
        case PreparedStatement statement -> watched(PreparedStatement.class, statement);
        case null -> null;
        case Object answer -> answer;
      };
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
