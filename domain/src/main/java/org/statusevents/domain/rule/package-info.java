/// The table that says, per event, which label goes where and whether carts are told.
@NullMarked
package org.statusevents.domain.rule;

import org.jspecify.annotations.NullMarked;
