package dev.steadfast.lifecycle;

import dev.steadfast.spec.Location;

/** A value and where its author wrote it. */
public record Said<T>(T value, Location at) {}
