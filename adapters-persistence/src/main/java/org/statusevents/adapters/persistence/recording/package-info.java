/// Orders with their history, ledger and lanes, stored together.
@NullMarked
package org.statusevents.adapters.persistence.recording;

import org.jspecify.annotations.NullMarked;
