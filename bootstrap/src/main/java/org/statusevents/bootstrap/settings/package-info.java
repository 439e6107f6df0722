/// What the operator may set, read from command line, environment and one file.
@NullMarked
package org.statusevents.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
