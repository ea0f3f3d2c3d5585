/**
 * A second opinion on one value and one schema, from a validator that shares no code with the
 * engine.
 */
@NullMarked
package dev.steadfast.confirm;

import org.jspecify.annotations.NullMarked;
