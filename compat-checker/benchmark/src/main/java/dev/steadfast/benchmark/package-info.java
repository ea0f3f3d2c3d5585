/** Programs that measure accuracy, time and memory on a corpus folder. */
@NullMarked
package dev.steadfast.benchmark;

import org.jspecify.annotations.NullMarked;
