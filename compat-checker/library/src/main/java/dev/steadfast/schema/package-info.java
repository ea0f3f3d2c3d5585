/**
 * What a JSON Schema means: a set of values. Decides whether one set lies within another, with a
 * value that proves it when not. Knows nothing of HTTP.
 */
@NullMarked
package dev.steadfast.schema;

import org.jspecify.annotations.NullMarked;
