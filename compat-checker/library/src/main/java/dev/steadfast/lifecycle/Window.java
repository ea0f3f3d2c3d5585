package dev.steadfast.lifecycle;

import dev.steadfast.spec.Location;
import java.time.Instant;

/**
 * A time in which requests are answered with 410, so that clients that missed the announcements
 * notice while there is time.
 *
 * @param from first second
 * @param until the second after the last
 */
public record Window(Instant from, Instant until, Location at) {}
