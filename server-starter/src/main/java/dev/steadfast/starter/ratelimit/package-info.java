/** Limits on requests per client, shared by all servers. */
@NullMarked
package dev.steadfast.starter.ratelimit;

import org.jspecify.annotations.NullMarked;
