/// The fakes: one storage in memory that keeps every contract, and a scripted channel.
@NullMarked
package org.statusevents.testkit.memory;

import org.jspecify.annotations.NullMarked;
