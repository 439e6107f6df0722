/// Orders, lines, quantities and parcels: what a status page must show, and nothing more.
@NullMarked
package org.statusevents.domain.order;

import org.jspecify.annotations.NullMarked;
