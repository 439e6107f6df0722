/// Stores, labels, the event table and channels over HTTP. A `PUT` sets what its body names; what
/// it leaves out stays as it is, or gets its default where the thing is new.
@NullMarked
package org.statusevents.adapters.rest.configuring;

import org.jspecify.annotations.NullMarked;
