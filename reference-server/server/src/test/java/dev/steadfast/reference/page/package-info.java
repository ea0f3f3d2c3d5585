@NullMarked
package dev.steadfast.reference.page;

import org.jspecify.annotations.NullMarked;
