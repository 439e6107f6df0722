/// Receivers that fail a share of what they are sent, each time the same for the same seed.
@NullMarked
package org.statusevents.benchmarks.faults.receiving;

import org.jspecify.annotations.NullMarked;
