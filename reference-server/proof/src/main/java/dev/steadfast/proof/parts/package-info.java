/**
 * A small application whose endpoints are the parts of a payment, each alone: what the whole is
 * measured against. It runs on the libraries of the packaged server and shares no code with it.
 */
@NullMarked
package dev.steadfast.proof.parts;

import org.jspecify.annotations.NullMarked;
