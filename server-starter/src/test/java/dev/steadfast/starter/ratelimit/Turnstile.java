package dev.steadfast.starter.ratelimit;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets clients in, whose name and tier are in headers. */
@Configuration(proxyBeanMethods = false)
class Turnstile {

  @Bean
  RateLimitClients clients() {
    return request -> {
      String client = request.getHeader("X-Client");
      return client == null ? null : new RateLimitClient(client, request.getHeader("X-Tier"));
    };
  }

  /** The handlers. */
  @RestController
  static class Gate {
    @GetMapping("/gate")
    Map<String, String> look() {
      return Map.of("gate", "open");
    }

    @PostMapping("/gate")
    Map<String, String> enter() {
      return Map.of("gate", "passed");
    }
  }
}
