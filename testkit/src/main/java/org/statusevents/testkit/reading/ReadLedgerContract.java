package org.statusevents.testkit.reading;

import org.statusevents.testkit.ReadingWorld;

/// All that [org.statusevents.application.reading.ReadLedger] promises.
public interface ReadLedgerContract extends LedgerStatesContract, LedgerEntriesContract {
  @Override
  ReadingWorld world();
}
