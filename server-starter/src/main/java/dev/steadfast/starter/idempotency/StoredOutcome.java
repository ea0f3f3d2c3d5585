package dev.steadfast.starter.idempotency;

import java.time.Duration;
import java.util.UUID;

/**
 * An outcome that was found.
 *
 * @param fingerprint of the request that it answered
 * @param age how long ago it was stored, at least
 */
record StoredOutcome(UUID fingerprint, Outcome outcome, Duration age) {}
