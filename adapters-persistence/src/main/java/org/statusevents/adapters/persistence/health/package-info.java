/// Whether the database can be used.
@NullMarked
package org.statusevents.adapters.persistence.health;

import org.jspecify.annotations.NullMarked;
