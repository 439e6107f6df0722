/// A contract for every driven port, an in-memory fake that keeps it, and fixtures live here.
/// Nothing that is shipped may, and no mocking library. The tests of any module but `domain` and
/// `application` may call it, main code may not.
@NullMarked
package org.statusevents.testkit;

import org.jspecify.annotations.NullMarked;
