@NullMarked
package dev.steadfast.starter.redis;

import org.jspecify.annotations.NullMarked;
