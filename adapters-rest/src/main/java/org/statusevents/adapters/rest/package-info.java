/// The REST API lives here: bodies become commands, outcomes become responses. No rule, no SQL and
/// no knowledge of another adapter may. Only `bootstrap` may call it, and only the public types of
/// this package.
@NullMarked
package org.statusevents.adapters.rest;

import org.jspecify.annotations.NullMarked;
