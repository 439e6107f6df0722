/// The merchant's words for a status.
@NullMarked
package org.statusevents.domain.label;

import org.jspecify.annotations.NullMarked;
