/// Where is my order: a customer's look-up by order number and postal code.
@NullMarked
package org.statusevents.application.lookup;

import org.jspecify.annotations.NullMarked;
