/// Contracts of the ports that delivering needs, and what they share.
@NullMarked
package org.statusevents.testkit.delivering;

import org.jspecify.annotations.NullMarked;
