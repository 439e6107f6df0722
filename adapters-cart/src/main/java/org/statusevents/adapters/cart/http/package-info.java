/// One HTTP exchange for all adapters, and what its outcome means for an update.
@NullMarked
package org.statusevents.adapters.cart.http;

import org.jspecify.annotations.NullMarked;
