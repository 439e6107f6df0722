/// Stored configuration versions and the secrets of channels.
@NullMarked
package org.statusevents.adapters.persistence.configuring;

import org.jspecify.annotations.NullMarked;
