package dev.steadfast.reference.health;

import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a load balancer and an operator ask. */
@RestController
class HealthController {
  private final DatabaseProbe database;
  private final ApplicationAvailability availability;

  HealthController(DatabaseProbe database, ApplicationAvailability availability) {
    this.database = database;
    this.availability = availability;
  }

  /** The process answers; says nothing about what it needs. */
  @GetMapping("/health/live")
  Map<String, String> live() {
    return Map.of("status", "up");
  }

  /** The server can take a payment. */
  @GetMapping("/health/ready")
  ResponseEntity<Map<String, String>> ready() {
    boolean ready =
        availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && database.answers();
    return ResponseEntity.status(ready ? 200 : 503).body(Map.of("status", ready ? "up" : "down"));
  }
}
