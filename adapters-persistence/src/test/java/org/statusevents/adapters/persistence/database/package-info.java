/// Databases for tests.
@NullMarked
package org.statusevents.adapters.persistence.database;

import org.jspecify.annotations.NullMarked;
