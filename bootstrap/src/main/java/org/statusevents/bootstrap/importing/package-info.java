/// Brings orders from CSV files into a running service over its REST API.
@NullMarked
package org.statusevents.bootstrap.importing;

import org.jspecify.annotations.NullMarked;
