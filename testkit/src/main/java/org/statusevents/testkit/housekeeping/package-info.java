/// Contracts of the ports that housekeeping needs.
@NullMarked
package org.statusevents.testkit.housekeeping;

import org.jspecify.annotations.NullMarked;
