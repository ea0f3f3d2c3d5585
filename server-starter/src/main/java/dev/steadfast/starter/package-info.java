/** What the features of the starter share: the order of their filters. */
@NullMarked
package dev.steadfast.starter;

import org.jspecify.annotations.NullMarked;
