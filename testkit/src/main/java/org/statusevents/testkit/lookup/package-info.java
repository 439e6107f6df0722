/// Contract of what look-ups need.
@NullMarked
package org.statusevents.testkit.lookup;

import org.jspecify.annotations.NullMarked;
