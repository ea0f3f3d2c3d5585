/** The versions of the API, by URL and by media type parameter. */
@NullMarked
package dev.steadfast.reference.version;

import org.jspecify.annotations.NullMarked;
