package dev.steadfast.reference.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of payments.
 *
 * @param authorization how long an authorised payment can be captured; the specification says seven
 *     days
 * @param expiryInterval how often authorisations that have ended are looked for; they are shown as
 *     expired from the very moment
 */
@ConfigurationProperties("payment")
public record PaymentProperties(
    @DefaultValue("7d") Duration authorization, @DefaultValue("1s") Duration expiryInterval) {}
