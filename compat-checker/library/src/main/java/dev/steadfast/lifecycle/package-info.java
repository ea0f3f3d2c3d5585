/** The life of each API version: dates, checks, plans, headers and the maps of the edge. */
@NullMarked
package dev.steadfast.lifecycle;

import org.jspecify.annotations.NullMarked;
