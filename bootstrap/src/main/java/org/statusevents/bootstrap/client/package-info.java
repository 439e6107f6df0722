/// Speaks to a running service over its REST API.
@NullMarked
package org.statusevents.bootstrap.client;

import org.jspecify.annotations.NullMarked;
