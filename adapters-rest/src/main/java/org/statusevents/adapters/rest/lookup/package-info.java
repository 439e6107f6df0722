/// Where is my order: what customers ask without a key.
@NullMarked
package org.statusevents.adapters.rest.lookup;

import org.jspecify.annotations.NullMarked;
