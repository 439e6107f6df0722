/// Puts the parts of the service together and takes them apart in order.
@NullMarked
package org.statusevents.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
