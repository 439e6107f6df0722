/// Documents within rows, written and read by hand so that each name in them is chosen.
@NullMarked
package org.statusevents.adapters.persistence.document;

import org.jspecify.annotations.NullMarked;
