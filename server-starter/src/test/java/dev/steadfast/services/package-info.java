/** The real PostgreSQL and Redis that tests share. */
@NullMarked
package dev.steadfast.services;

import org.jspecify.annotations.NullMarked;
