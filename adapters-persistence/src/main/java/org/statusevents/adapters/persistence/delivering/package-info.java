/// Lanes: handed out with leases, settled with fencing, parked, resent.
@NullMarked
package org.statusevents.adapters.persistence.delivering;

import org.jspecify.annotations.NullMarked;
