/** PostgreSQL for the tests of this module. */
@NullMarked
package dev.steadfast.reference.database;

import org.jspecify.annotations.NullMarked;
