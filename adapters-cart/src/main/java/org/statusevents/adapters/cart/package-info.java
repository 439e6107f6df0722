/// The channels live here, one package per cart: an update becomes a request, what came back
/// becomes a reply. No retry, no rule and no knowledge of another adapter may; bodies and secrets
/// are not logged. Only `bootstrap` may call it, and only the public types of this package.
@NullMarked
package org.statusevents.adapters.cart;

import org.jspecify.annotations.NullMarked;
