/// What was seen from outside of the system, line by line, on disk before anybody relies on it.
@NullMarked
package org.statusevents.benchmarks.faults.journal;

import org.jspecify.annotations.NullMarked;
