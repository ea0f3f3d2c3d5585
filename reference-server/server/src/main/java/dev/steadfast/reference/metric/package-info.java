/** How many requests, how long they take, how they end. */
@NullMarked
package dev.steadfast.reference.metric;

import org.jspecify.annotations.NullMarked;
