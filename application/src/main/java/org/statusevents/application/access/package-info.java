/// Who may do what: keys, roles and stores.
@NullMarked
package org.statusevents.application.access;

import org.jspecify.annotations.NullMarked;
