/// What happened to an order: the 30 standard events, a store's own, and the data each carries.
@NullMarked
package org.statusevents.domain.event;

import org.jspecify.annotations.NullMarked;
