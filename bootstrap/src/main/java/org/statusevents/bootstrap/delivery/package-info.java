/// Keeps updates on their way: the worker, its wake-up and what it counts.
@NullMarked
package org.statusevents.bootstrap.delivery;

import org.jspecify.annotations.NullMarked;
