package dev.steadfast.compat;

import dev.steadfast.spec.Location;
import java.time.LocalDate;

/**
 * A team's decision to accept one change for a while.
 *
 * @param rule id of the waived rule
 * @param place a JSON pointer into either document, or an operation ({@code POST /v1/payments})
 * @param reason why the change is acceptable
 * @param owner who answers for it
 * @param until the last day on which it holds
 * @param at where the waiver is written
 */
public record Waiver(
    String rule, String place, String reason, String owner, LocalDate until, Location at) {}
