package org.statusevents.adapters.persistence.lookup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.statusevents.adapters.persistence.document.ChangesDocument;
import org.statusevents.adapters.persistence.order.StoredOrders;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.lookup.StatusLookups;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.text.PlainText;

/// Look-ups in the database. What people asked for and where they asked from are kept as digests:
/// enough to count, not enough to read.
final class MyBatisStatusLookups implements StatusLookups {
  private static final int NUMBER_LENGTH_MAX = 100;

  private final CurrentSession session;
  private final StoredOrders orders;

  MyBatisStatusLookups(CurrentSession session, StoredOrders orders) {
    this.session = session;
    this.orders = orders;
  }

  @Override
  public Optional<StoredStatus> find(StoreId store, String orderNumber) {
    return orders
        .findPersonal(store, findable(orderNumber))
        .map(found ->
            new StoredStatus(
                found.order(),
                found.postalCode(),
                found.locale(),
                found.billToName(),
                found.shipToName()));
  }

  @Override
  public List<LabelChange> changes(StoreId store, OrderNumber order) {
    return session
        .with(
            ChangeMapper.class,
            mapper -> mapper.newestFirst(store.value(), order.value(), EVENTS_MAX))
        .stream()
        .flatMap(row -> ChangesDocument.read(row.changes()).reversed().stream())
        .toList();
  }

  @Override
  public Misses misses(StoreId store, String orderNumber, String source, Instant since) {
    Counted counted = counted(store, orderNumber, source);
    return session.with(MissMapper.class, mapper -> misses(mapper, counted, since));
  }

  @Override
  public boolean settle(LookupTry tried, boolean missed, MissLimits limits) {
    Counted counted = counted(tried.store(), tried.orderNumber(), tried.source());
    Instant since = tried.at().minus(limits.window());
    return session.with(
        MissMapper.class,
        mapper -> {
          counted.turns().forEach(key -> takeTurn(mapper, key));
          if (limits.areReachedBy(misses(mapper, counted, since))) {
            return false;
          }
          if (missed) {
            add(mapper, counted, tried.at(), since);
          }
          return true;
        });
  }

  private static void takeTurn(MissMapper mapper, long key) {
    var _ = mapper.takeTurn(key);
  }

  private static Misses misses(MissMapper mapper, Counted counted, Instant since) {
    MissMapper.CountRow count =
        mapper.count(counted.store(), counted.order(), counted.source(), since);
    return new Misses(count.ofOrder(), count.ofSource());
  }

  private static void add(MissMapper mapper, Counted counted, Instant at, Instant since) {
    var _ = mapper.forget(counted.store(), since);
    int added = mapper.add(counted.store(), counted.order(), counted.source(), at);
    if (added != 1) {
      throw new IllegalStateException("misses added: " + added + " (expected: 1)");
    }
  }

  /// An order counts by its own number, what is no order's by the text that was asked for.
  private Counted counted(StoreId store, String orderNumber, String source) {
    String asked =
        orders.number(store, findable(orderNumber)).map(OrderNumber::value).orElse(orderNumber);
    return new Counted(store.value(), digest(asked), digest(source));
  }

  /// The text where it can be an order's number, else one that is no order's.
  private static String findable(String orderNumber) {
    return orderNumber.length() > NUMBER_LENGTH_MAX
            || PlainText.problemWith(orderNumber).isPresent()
        ? ""
        : orderNumber;
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// What misses are counted by.
  private record Counted(String store, String order, String source) {
    /// What a try must have to itself, in one order whoever asks, so that no two wait for each
    /// other.
    LongStream turns() {
      return LongStream.of(turn("order", order), turn("source", source)).sorted();
    }

    private long turn(String kind, String digest) {
      return ByteBuffer.wrap(sha256(kind + " " + store + " " + digest)).getLong();
    }
  }
}
