@NullMarked
package dev.steadfast.proof.rows;

import org.jspecify.annotations.NullMarked;
