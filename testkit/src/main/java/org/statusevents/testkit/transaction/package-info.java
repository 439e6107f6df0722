/// Contract of the transaction boundary.
@NullMarked
package org.statusevents.testkit.transaction;

import org.jspecify.annotations.NullMarked;
