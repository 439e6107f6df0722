/// The port to receivers: adapters by name, what they can do, how to speak to one.
@NullMarked
package org.statusevents.application.channel;

import org.jspecify.annotations.NullMarked;
