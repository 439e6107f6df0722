package org.statusevents.adapters.persistence.lookup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
    String asked =
        orderNumber.length() > NUMBER_LENGTH_MAX || PlainText.problemWith(orderNumber).isPresent()
            ? ""
            : orderNumber;
    return orders
        .findPersonal(store, asked)
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
    MissMapper.CountRow count =
        session.with(
            MissMapper.class,
            mapper -> mapper.count(store.value(), digest(orderNumber), digest(source), since));
    return new Misses(count.ofOrder(), count.ofSource());
  }

  @Override
  public void addMiss(StoreId store, String orderNumber, String source, Instant at, Duration kept) {
    int added =
        session.with(
            MissMapper.class,
            mapper -> {
              var _ = mapper.forget(store.value(), at.minus(kept));
              return mapper.add(store.value(), digest(orderNumber), digest(source), at);
            });
    if (added != 1) {
      throw new IllegalStateException("misses added: " + added + " (expected: 1)");
    }
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
