/// A store's whole configuration as one immutable numbered version, and the changes that make the
/// next.
@NullMarked
package org.statusevents.domain.configuration;

import org.jspecify.annotations.NullMarked;
