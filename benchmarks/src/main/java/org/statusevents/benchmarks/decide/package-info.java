/// What the decision itself costs.
@NullMarked
package org.statusevents.benchmarks.decide;

import org.jspecify.annotations.NullMarked;
