package dev.steadfast.reference.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The version that a request without one is for: the one whose lifecycle state is {@code current}.
 */
@Component
final class CurrentVersion {
  private static final String LIFECYCLE = "/META-INF/steadfast/lifecycle.json";

  private final ApiVersion version;

  CurrentVersion(JsonMapper json) {
    try (InputStream in = CurrentVersion.class.getResourceAsStream(LIFECYCLE)) {
      if (in == null) {
        throw new IllegalStateException("the lifecycle is not on the class path: " + LIFECYCLE);
      }
      this.version = current(json.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ApiVersion get() {
    return version;
  }

  private static ApiVersion current(JsonNode lifecycle) {
    for (JsonNode version : lifecycle.path("versions")) {
      if (version.path("state").asString().equals("current")) {
        String label = version.path("version").asString();
        return Arrays.stream(ApiVersion.values())
            .filter(known -> known.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no such version: '" + label + "'"));
      }
    }
    throw new IllegalStateException("no version of the lifecycle is current");
  }
}
