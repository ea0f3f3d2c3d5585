/**
 * The reference implementation on one machine: its database, its cache, its servers, its edge and
 * its token issuer as processes that live and die with the one that started them.
 */
@NullMarked
package dev.steadfast.local;

import org.jspecify.annotations.NullMarked;
