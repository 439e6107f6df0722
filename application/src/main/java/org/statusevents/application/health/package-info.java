/// Whether the parts that requests need are there.
@NullMarked
package org.statusevents.application.health;

import org.jspecify.annotations.NullMarked;
