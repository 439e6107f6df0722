/// What a channel is owed and what came of it: updates, replies, and when to try again.
@NullMarked
package org.statusevents.domain.delivery;

import org.jspecify.annotations.NullMarked;
