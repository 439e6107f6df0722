package org.statusevents.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.Test;
import org.statusevents.adapters.persistence.housekeeping.Housekeeping;

/// Holds all SQL to what lets stores be spread over several databases: a table of stores' rows is
/// never read or changed without naming the store. Access keys may be of no store, lists of stores
/// are asked of all, and housekeeping is done for one database with all stores in it.
class MapperSqlTest {
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:from|join|into|update|using)\\s+(store|configuration_version|channel|bound_channel"
              + "|channel_secret|operation|customer_order|order_contact|order_by_label"
              + "|order_history|channel_update|lane|delivery_attempt|lookup_miss|replay"
              + "|update_standing)\\b");

  /// Compared with, or the first column of an insert.
  private static final Pattern STORE =
      Pattern.compile("\\bstore_id\\s*[=>]|\\binto\\s+\\w+(\\s+as\\s+\\w+)?\\s*\\(\\s*store_id\\b");

  private static final Pattern BOUND_TO_ONE_DATABASE =
      Pattern.compile("(?i)\\b(nextval|listen|notify|pg_advisory_lock|serial|references)\\b");

  @Test
  void eachStatementNamesTheStoreOfEachTableItTouches() {
    List<Class<?>> ofStores =
        PostgresPersistence.mappers().stream()
            .filter(mapper -> !Housekeeping.MAPPERS.contains(mapper))
            .toList();

    assertThat(statements(ofStores))
        .hasSizeGreaterThan(20)
        .allSatisfy(MapperSqlTest::namesItsStores);
  }

  @Test
  void aStatementThatForgetsTheStoreIsFound() {
    String forgetful = "select label from customer_order o where o.order_number = #{number}";
    String half =
        "select 1 from lane l join channel c on c.channel_id = l.channel_id where l.store_id = 's'";

    assertThat(Stream.of(forgetful, half)).noneMatch(MapperSqlTest::isScoped);
  }

  @Test
  void noStatementNeedsOneDatabaseForAllStores() {
    assertThat(statements(PostgresPersistence.mappers()))
        .noneMatch(statement -> BOUND_TO_ONE_DATABASE.matcher(statement).find());
  }

  private static void namesItsStores(String statement) {
    assertThat(isScoped(statement)).as(statement).isTrue();
  }

  private static boolean isScoped(String statement) {
    return count(STORE, statement) >= count(TABLE, statement);
  }

  private static long count(Pattern pattern, String statement) {
    return pattern.matcher(statement).results().count();
  }

  private static List<String> statements(List<Class<?>> mappers) {
    List<String> statements = new ArrayList<>();
    for (Class<?> mapper : mappers) {
      for (Method method : mapper.getDeclaredMethods()) {
        Stream.of(method.getAnnotations()).flatMap(MapperSqlTest::sql).forEach(statements::add);
      }
    }
    return statements;
  }

  private static Stream<String> sql(Annotation annotation) {
    return switch (annotation) {
      case Select select -> Stream.of(String.join(" ", select.value()));
      case Insert insert -> Stream.of(String.join(" ", insert.value()));
      case Update update -> Stream.of(String.join(" ", update.value()));
      case Delete delete -> Stream.of(String.join(" ", delete.value()));
      default -> Stream.of();
    };
  }
}
