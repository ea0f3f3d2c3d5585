/** What operators do to a running edge, over HAProxy's runtime API. */
@NullMarked
package dev.steadfast.edge;

import org.jspecify.annotations.NullMarked;
