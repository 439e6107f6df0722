/// A TCP proxy that does harm on purpose.
@NullMarked
package org.statusevents.benchmarks.faults.proxy;

import org.jspecify.annotations.NullMarked;
