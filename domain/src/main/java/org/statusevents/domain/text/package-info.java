/// What text must be, whatever it says.
@NullMarked
package org.statusevents.domain.text;

import org.jspecify.annotations.NullMarked;
