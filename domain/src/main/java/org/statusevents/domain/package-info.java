/// Events, labels, rules, orders and the one pure decision over them live here, in feature
/// packages. No clock, no randomness, no I/O and no library may, so the same input always gives the
/// same answer. Every other module may call it.
@NullMarked
package org.statusevents.domain;

import org.jspecify.annotations.NullMarked;
