/// Keeps house every hour.
@NullMarked
package org.statusevents.bootstrap.housekeeping;

import org.jspecify.annotations.NullMarked;
