/// What is measured, one class a row of figures.
@NullMarked
package org.statusevents.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
