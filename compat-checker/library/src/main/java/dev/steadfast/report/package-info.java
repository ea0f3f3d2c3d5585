/** Views of verdicts: text for people, JSON for programs, SARIF and annotations for code hosts. */
@NullMarked
package dev.steadfast.report;

import org.jspecify.annotations.NullMarked;
