/** Lists page by page: cursors for v2, offsets for v1, and the statements that read them. */
@NullMarked
package dev.steadfast.reference.page;

import org.jspecify.annotations.NullMarked;
