/// The PostgreSQL of a run, and what it does by itself with the same rows.
@NullMarked
package org.statusevents.benchmarks.database;

import org.jspecify.annotations.NullMarked;
