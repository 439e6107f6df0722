/// Orders from their rows, for whoever asks.
@NullMarked
package org.statusevents.adapters.persistence.order;

import org.jspecify.annotations.NullMarked;
