/** Decides what a change means: rules, severities, policies, findings and the verdict. */
@NullMarked
package dev.steadfast.compat;

import org.jspecify.annotations.NullMarked;
