/// What went wrong, told to clients as RFC 9457 documents; every failure of a request ends here.
@NullMarked
package org.statusevents.adapters.rest.problem;

import org.jspecify.annotations.NullMarked;
