package org.statusevents.application.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.label.LabelText;

/// Counts orders and lines per label (R53). Answered by persistence directly.
public interface CountLabels {

  /// One row per label that an order or line carries, those without a label included as one row
  /// without text, by text. `from` and `to` bound the order's own time, both inclusive.
  List<LabelCount> count(StoreId store, Optional<Instant> from, Optional<Instant> to);

  record LabelCount(Optional<LabelText> label, long orders, long lines) {}
}
