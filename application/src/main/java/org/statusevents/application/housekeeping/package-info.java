/// Making room for what comes, and letting go of what is old.
@NullMarked
package org.statusevents.application.housekeeping;

import org.jspecify.annotations.NullMarked;
