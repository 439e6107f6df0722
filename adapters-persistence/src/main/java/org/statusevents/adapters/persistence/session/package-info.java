/// Sessions with the database: transactions, what failures mean, how column types are read.
@NullMarked
package org.statusevents.adapters.persistence.session;

import org.jspecify.annotations.NullMarked;
