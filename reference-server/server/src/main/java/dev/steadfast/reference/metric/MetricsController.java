package dev.steadfast.reference.metric;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All meters, for Prometheus. */
@RestController
class MetricsController {
  private static final String FORMAT = "text/plain;version=0.0.4;charset=utf-8";

  private final PrometheusMeterRegistry meters;

  MetricsController(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  @GetMapping(value = "/metrics", produces = FORMAT)
  String scrape() {
    return meters.scrape();
  }
}
