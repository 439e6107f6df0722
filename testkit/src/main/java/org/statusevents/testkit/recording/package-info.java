/// Contracts of the ports that recording needs.
@NullMarked
package org.statusevents.testkit.recording;

import org.jspecify.annotations.NullMarked;
