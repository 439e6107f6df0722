/// One request and its answer, free of the HTTP library; the endpoints that features offer.
@NullMarked
package org.statusevents.adapters.rest.exchange;

import org.jspecify.annotations.NullMarked;
