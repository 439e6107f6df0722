/// The demonstration: a simulated cart, sample orders on the move, and what to try.
@NullMarked
package org.statusevents.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
