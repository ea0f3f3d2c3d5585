package dev.steadfast.reference.security;

import dev.steadfast.starter.idempotency.IdempotencyOwner;
import dev.steadfast.starter.ratelimit.RateLimitClient;
import dev.steadfast.starter.ratelimit.RateLimitClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the starter who a request is from. */
@Configuration(proxyBeanMethods = false)
class CallerConfiguration {

  @Bean
  IdempotencyOwner idempotencyOwner() {
    return request ->
        request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller ? caller.owner() : null;
  }

  @Bean
  RateLimitClients rateLimitClients() {
    return request ->
        request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
            ? new RateLimitClient(caller.owner(), caller.tier())
            : null;
  }
}
