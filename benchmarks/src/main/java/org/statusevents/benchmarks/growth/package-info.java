/// A database as it is after years.
@NullMarked
package org.statusevents.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
