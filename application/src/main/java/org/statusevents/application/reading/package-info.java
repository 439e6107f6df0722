/// Questions about orders, history, ledger and queue; answered by persistence directly.
@NullMarked
package org.statusevents.application.reading;

import org.jspecify.annotations.NullMarked;
