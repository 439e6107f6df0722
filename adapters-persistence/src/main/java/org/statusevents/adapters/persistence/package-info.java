/// Everything that speaks SQL lives here: MyBatis mappers, sessions, transactions and the schema's
/// migrations. No rule, no HTTP and no row type in a signature that leaves the module may. Only
/// `bootstrap` may call it, and only the public types of this package.
@NullMarked
package org.statusevents.adapters.persistence;

import org.jspecify.annotations.NullMarked;
