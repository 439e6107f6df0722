/// Runs nodes, clients and receivers, and does to them what the plan says.
@NullMarked
package org.statusevents.benchmarks.faults.driving;

import org.jspecify.annotations.NullMarked;
