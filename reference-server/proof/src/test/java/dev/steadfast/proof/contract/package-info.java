@NullMarked
package dev.steadfast.proof.contract;

import org.jspecify.annotations.NullMarked;
