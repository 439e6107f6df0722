/// Showing orders, their history and what channels are owed.
@NullMarked
package org.statusevents.adapters.rest.reading;

import org.jspecify.annotations.NullMarked;
