/// Whether the service lives, is ready, and how it does; for those who run it.
@NullMarked
package org.statusevents.adapters.rest.health;

import org.jspecify.annotations.NullMarked;
