/// Contracts of the questions that a storage answers directly.
@NullMarked
package org.statusevents.testkit.reading;

import org.jspecify.annotations.NullMarked;
