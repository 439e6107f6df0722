/// Contract of the stored keys.
@NullMarked
package org.statusevents.testkit.access;

import org.jspecify.annotations.NullMarked;
