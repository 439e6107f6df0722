/// What proves that a customer may see an order.
@NullMarked
package org.statusevents.domain.lookup;

import org.jspecify.annotations.NullMarked;
