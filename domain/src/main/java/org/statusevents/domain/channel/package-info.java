/// Receivers of updates: what they can do, and how labels map to their words.
@NullMarked
package org.statusevents.domain.channel;

import org.jspecify.annotations.NullMarked;
