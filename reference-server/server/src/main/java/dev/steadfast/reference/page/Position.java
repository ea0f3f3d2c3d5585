package dev.steadfast.reference.page;

import java.time.Instant;

/**
 * The place of an item in a list: what its order compares.
 *
 * @param amountMinor in the smallest unit of its currency; 0 where no order compares it
 * @param createdAt to the microsecond
 * @param id decides between items that are equal in everything else
 */
public record Position(long amountMinor, Instant createdAt, String id) {}
