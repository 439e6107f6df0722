/// Updates by the SETI script protocol, as a form or as XML.
@NullMarked
package org.statusevents.adapters.cart.seti;

import org.jspecify.annotations.NullMarked;
