/// What was measured, for people and for programs.
@NullMarked
package org.statusevents.benchmarks.report;

import org.jspecify.annotations.NullMarked;
