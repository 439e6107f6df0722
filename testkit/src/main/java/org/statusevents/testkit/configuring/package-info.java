/// Contracts of the ports that configuring needs.
@NullMarked
package org.statusevents.testkit.configuring;

import org.jspecify.annotations.NullMarked;
