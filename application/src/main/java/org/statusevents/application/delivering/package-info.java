/// Bringing updates to channels: lanes, attempts, parked updates, resends.
@NullMarked
package org.statusevents.application.delivering;

import org.jspecify.annotations.NullMarked;
