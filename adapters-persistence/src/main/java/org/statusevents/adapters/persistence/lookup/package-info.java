/// What customers' look-ups need.
@NullMarked
package org.statusevents.adapters.persistence.lookup;

import org.jspecify.annotations.NullMarked;
