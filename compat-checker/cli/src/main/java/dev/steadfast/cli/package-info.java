/** The steadfast command: arguments, exit codes, progress. */
@NullMarked
package dev.steadfast.cli;

import org.jspecify.annotations.NullMarked;
