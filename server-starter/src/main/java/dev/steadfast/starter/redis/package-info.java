/** Whether a Redis is worth asking: what keeps a lost Redis from costing more than speed. */
@NullMarked
package dev.steadfast.starter.redis;

import org.jspecify.annotations.NullMarked;
