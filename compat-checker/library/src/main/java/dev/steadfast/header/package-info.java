/** Values of HTTP headers: dates, links, structured fields. */
@NullMarked
package dev.steadfast.header;

import org.jspecify.annotations.NullMarked;
