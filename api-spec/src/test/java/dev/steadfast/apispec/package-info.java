@NullMarked
package dev.steadfast.apispec;

import org.jspecify.annotations.NullMarked;
