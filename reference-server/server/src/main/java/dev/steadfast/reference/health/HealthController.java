package dev.steadfast.reference.health;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a load balancer and an operator ask. Every answer is known before it is asked for. */
@RestController
class HealthController {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Health health;

  HealthController(Health health) {
    this.health = health;
  }

  /** The process answers; says nothing about what it needs. */
  @GetMapping("/health/live")
  ResponseEntity<Map<String, Object>> live() {
    return answer(OK, Map.of("status", "up"));
  }

  /** The server can take a payment. */
  @GetMapping("/health/ready")
  ResponseEntity<Map<String, Object>> ready() {
    boolean ready = health.isReady();
    return answer(ready ? OK : UNAVAILABLE, Map.of("status", ready ? "up" : "down"));
  }

  /** All of it: {@code degraded} is ready without something that makes it better. */
  @GetMapping("/health")
  ResponseEntity<Map<String, Object>> aggregate() {
    Map<String, String> components = health.components();
    boolean ready = health.isReady();
    String status = components.containsValue("down") ? "degraded" : "up";
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", ready ? status : "down");
    body.put("components", components);
    return answer(ready ? OK : UNAVAILABLE, body);
  }

  private static ResponseEntity<Map<String, Object>> answer(int status, Map<String, Object> body) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
  }
}
