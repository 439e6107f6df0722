/// The wiring, the settings, the command line and the workers live here: the only place that knows
/// all modules. No rule, no SQL and no HTTP handler may. Nobody calls it but the launcher.
@NullMarked
package org.statusevents.bootstrap;

import org.jspecify.annotations.NullMarked;
