/// Updates as CloudEvents, signed by Standard Webhooks.
@NullMarked
package org.statusevents.adapters.cart.webhook;

import org.jspecify.annotations.NullMarked;
