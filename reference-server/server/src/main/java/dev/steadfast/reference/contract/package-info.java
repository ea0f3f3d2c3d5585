/** The specifications at run time: every request is checked against the document of its version. */
@NullMarked
package dev.steadfast.reference.contract;

import org.jspecify.annotations.NullMarked;
