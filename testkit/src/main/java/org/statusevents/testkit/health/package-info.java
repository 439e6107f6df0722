/// What the ports of health promise.
@NullMarked
package org.statusevents.testkit.health;

import org.jspecify.annotations.NullMarked;
