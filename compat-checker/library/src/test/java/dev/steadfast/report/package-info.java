@NullMarked
package dev.steadfast.report;

import org.jspecify.annotations.NullMarked;
