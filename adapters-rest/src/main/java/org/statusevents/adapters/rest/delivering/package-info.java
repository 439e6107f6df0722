/// The queue and its problem records: looking at updates, retrying, discarding, resending.
@NullMarked
package org.statusevents.adapters.rest.delivering;

import org.jspecify.annotations.NullMarked;
