/** The specifications as the server shows them: the documents, and a page to read. */
@NullMarked
package dev.steadfast.reference.documentation;

import org.jspecify.annotations.NullMarked;
