package org.statusevents.testkit;

import org.statusevents.application.reading.CountLabels;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.ReadHistory;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.application.reading.ReadOrder;

/// The questions that the same storage answers.
public interface ReadingWorld extends DeliveringWorld {
  FindOrders findOrders();

  ReadOrder readOrder();

  ReadHistory readHistory();

  ReadLedger readLedger();

  CountLabels countLabels();
}
