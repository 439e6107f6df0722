/// A sample store with a simulated cart and orders on the move.
@NullMarked
package org.statusevents.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
