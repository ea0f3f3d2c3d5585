package dev.steadfast.reference.security;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which access tokens are believed.
 *
 * @param jwks where the issuer's public keys are (RFC 7517): a {@code file:}, {@code http:} or
 *     {@code https:} URI
 * @param issuer what {@code iss} must be
 * @param audience what {@code aud} must contain
 * @param keysMaxAge after which the keys are read again
 * @param keysMinAge before which an unknown {@code kid} does not make the keys be read again
 * @param clockSkew by how much the issuer's clock may differ
 * @param remembered how many verified tokens are kept, so that they are not verified again
 */
@ConfigurationProperties("token")
public record TokenProperties(
    URI jwks,
    @DefaultValue("https://issuer.payments.example") String issuer,
    @DefaultValue("payments-api") String audience,
    @DefaultValue("5m") Duration keysMaxAge,
    @DefaultValue("1s") Duration keysMinAge,
    @DefaultValue("5s") Duration clockSkew,
    @DefaultValue("10000") int remembered) {}
