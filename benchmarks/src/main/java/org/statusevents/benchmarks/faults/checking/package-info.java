/// Judges a run by its journals and what the database holds at the end. Nothing here does I/O.
@NullMarked
package org.statusevents.benchmarks.faults.checking;

import org.jspecify.annotations.NullMarked;
