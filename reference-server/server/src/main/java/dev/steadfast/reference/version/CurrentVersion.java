package dev.steadfast.reference.version;

import dev.steadfast.starter.lifecycle.ApiLifecycle;
import dev.steadfast.starter.lifecycle.VersionLifecycle;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** The version that a request without one is for: the one whose lifecycle state is current. */
@Component
final class CurrentVersion {
  private final ApiVersion version;

  CurrentVersion(ApiLifecycle lifecycle) {
    String label =
        lifecycle
            .current()
            .map(VersionLifecycle::version)
            .orElseThrow(() -> new IllegalStateException("no version of the lifecycle is current"));
    this.version =
        Arrays.stream(ApiVersion.values())
            .filter(known -> known.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no such version: '" + label + "'"));
  }

  ApiVersion get() {
    return version;
  }
}
