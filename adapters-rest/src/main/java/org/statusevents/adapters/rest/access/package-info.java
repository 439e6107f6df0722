/// Who is asking, and whether they may.
@NullMarked
package org.statusevents.adapters.rest.access;

import org.jspecify.annotations.NullMarked;
