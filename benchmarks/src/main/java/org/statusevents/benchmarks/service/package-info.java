/// The packaged program as a process of its own, and the store that it is measured with.
@NullMarked
package org.statusevents.benchmarks.service;

import org.jspecify.annotations.NullMarked;
