/// Recording what happened: operations and imports in, decisions stored, receipts out.
@NullMarked
package org.statusevents.application.recording;

import org.jspecify.annotations.NullMarked;
