@NullMarked
package dev.steadfast.proof.load;

import org.jspecify.annotations.NullMarked;
