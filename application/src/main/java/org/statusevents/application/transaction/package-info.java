/// The boundary within which stored changes happen together.
@NullMarked
package org.statusevents.application.transaction;

import org.jspecify.annotations.NullMarked;
