@NullMarked
package dev.steadfast.pact;

import org.jspecify.annotations.NullMarked;
