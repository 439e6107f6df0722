/// The PostgreSQL that is kept where no other is named, and the folder that it lives in.
@NullMarked
package org.statusevents.bootstrap.database;

import org.jspecify.annotations.NullMarked;
