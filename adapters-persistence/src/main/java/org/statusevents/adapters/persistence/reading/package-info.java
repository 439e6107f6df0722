/// Questions about orders, history, ledger and queue.
@NullMarked
package org.statusevents.adapters.persistence.reading;

import org.jspecify.annotations.NullMarked;
