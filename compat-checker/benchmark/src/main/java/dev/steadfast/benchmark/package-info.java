/**
 * Programs that measure the checker on a corpus folder, each run by hand: {@code java -cp …
 * dev.steadfast.benchmark.Accuracy CORPUS [--write FILE]}.
 */
@NullMarked
package dev.steadfast.benchmark;

import org.jspecify.annotations.NullMarked;
