/** How values of the domain are written to and read from columns. */
@NullMarked
package dev.steadfast.reference.sql;

import org.jspecify.annotations.NullMarked;
