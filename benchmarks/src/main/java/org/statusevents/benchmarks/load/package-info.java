/// Requests in, updates out: a load program and a receiver that need little of the machine.
@NullMarked
package org.statusevents.benchmarks.load;

import org.jspecify.annotations.NullMarked;
