/// The pure function at the heart: from an order, an operation and a configuration to what is now
/// true and who is told.
@NullMarked
package org.statusevents.domain.decision;

import org.jspecify.annotations.NullMarked;
