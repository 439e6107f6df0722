/// Nodes in networks of their own, so that a partition is one.
@NullMarked
package org.statusevents.benchmarks.faults.network;

import org.jspecify.annotations.NullMarked;
