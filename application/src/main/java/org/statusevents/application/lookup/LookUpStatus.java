package org.statusevents.application.lookup;

import java.time.Duration;
import java.util.Optional;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.order.Order;

/// Where is my order: what a customer sees who knows its number and the bill-to postal code (R48).
public interface LookUpStatus {

  /// `orderNumber` is the order's own or its cart's. `source` is where the question came from, for
  /// counting tries. Every miss (no such store, no such order, wrong code, no code known) is the
  /// same answer after the same work (R49). Misses are limited per order asked for and per source.
  LookupOutcome lookUp(StoreId store, String orderNumber, String postalCode, String source);

  sealed interface LookupOutcome {
    record Found(StatusView status) implements LookupOutcome {}

    record NotFound() implements LookupOutcome {}

    record TooManyTries(Duration pause) implements LookupOutcome {}
  }

  /// The order with what is public of it: labels in the customer's words (in the place of a hidden
  /// one the last that was not), expected dates only where R35 lets them out, no postal code,
  /// e-mail or phone (R36).
  record StatusView(
      Order order, Optional<String> billToName, Optional<String> shipToName, PublicLabels labels) {}
}
