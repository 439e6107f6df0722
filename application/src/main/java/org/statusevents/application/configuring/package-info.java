/// Changing and reading a store's configuration, one immutable version after the other.
@NullMarked
package org.statusevents.application.configuring;

import org.jspecify.annotations.NullMarked;
