/// Strict reading of JSON bodies: bounds, and all problems at once with pointers.
@NullMarked
package org.statusevents.adapters.rest.json;

import org.jspecify.annotations.NullMarked;
