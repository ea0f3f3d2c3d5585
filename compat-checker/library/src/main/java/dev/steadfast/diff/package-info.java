/** What changed between two contracts: OpenAPI elements paired, schemas compared by meaning. */
@NullMarked
package dev.steadfast.diff;

import org.jspecify.annotations.NullMarked;
