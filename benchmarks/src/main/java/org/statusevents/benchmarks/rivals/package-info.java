/// Other libraries that bring updates out of a database, given the same updates.
@NullMarked
package org.statusevents.benchmarks.rivals;

import org.jspecify.annotations.NullMarked;
