/// Which addresses channels may be reached at: nothing inside the house unless the operator says
/// so.
@NullMarked
package org.statusevents.adapters.cart.address;

import org.jspecify.annotations.NullMarked;
