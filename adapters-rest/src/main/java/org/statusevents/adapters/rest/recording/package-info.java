/// Taking in orders and operations, and saying what they came to.
@NullMarked
package org.statusevents.adapters.rest.recording;

import org.jspecify.annotations.NullMarked;
