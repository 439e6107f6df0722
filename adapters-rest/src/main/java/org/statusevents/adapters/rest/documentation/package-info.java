/// The API's own description: the OpenAPI document, and the page that shows it.
@NullMarked
package org.statusevents.adapters.rest.documentation;

import org.jspecify.annotations.NullMarked;
