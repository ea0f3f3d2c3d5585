package dev.steadfast.reference.refund;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of refunds.
 *
 * @param decisionAfter how long the sandbox's bank takes to decide about a refund
 * @param decisionInterval how often refunds that are due are looked for
 */
@ConfigurationProperties("refund")
public record RefundProperties(
    @DefaultValue("2d") Duration decisionAfter, @DefaultValue("1s") Duration decisionInterval) {}
