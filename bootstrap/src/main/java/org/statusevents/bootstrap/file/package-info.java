/// What can go wrong with files, told to people.
@NullMarked
package org.statusevents.bootstrap.file;

import org.jspecify.annotations.NullMarked;
