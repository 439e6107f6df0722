/// `./statusevents bench`: measures the packaged program beside plain PostgreSQL and other
/// libraries, in one run on one machine.
@NullMarked
package org.statusevents.benchmarks;

import org.jspecify.annotations.NullMarked;
