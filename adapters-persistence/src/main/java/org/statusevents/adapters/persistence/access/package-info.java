/// Access keys.
@NullMarked
package org.statusevents.adapters.persistence.access;

import org.jspecify.annotations.NullMarked;
