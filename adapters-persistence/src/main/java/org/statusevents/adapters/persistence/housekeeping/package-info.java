/// Months of history, ledger and attempts as partitions, and what is removed row by row.
@NullMarked
package org.statusevents.adapters.persistence.housekeeping;

import org.jspecify.annotations.NullMarked;
