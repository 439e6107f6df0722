/// Use cases (driving ports) and the driven ports that they need live here, in feature packages. No
/// rule about labels, no technology and no dependency injection may. Adapters and `bootstrap` call
/// the use cases; only `bootstrap` and tests put them together.
@NullMarked
package org.statusevents.application;

import org.jspecify.annotations.NullMarked;
