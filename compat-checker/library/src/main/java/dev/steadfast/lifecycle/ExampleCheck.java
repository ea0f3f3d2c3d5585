package dev.steadfast.lifecycle;

import dev.steadfast.spec.Location;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the examples of declared headers are what servers send. */
final class ExampleCheck {

  private final String version;
  private final Map<String, String> headers;

  /**
   * @param headers what is sent, by name
   */
  ExampleCheck(String version, Map<String, String> headers) {
    this.version = version;
    this.headers = headers;
  }

  /** Of one operation; a shared header is found again with each operation, at one place. */
  List<LifecycleFinding> findings(ObjectNode operation) {
    List<LifecycleFinding> findings = new ArrayList<>();
    ObjectNode responses = object(operation.get("responses"));
    if (responses == null) {
      return findings;
    }
    for (String status : responses.keys()) {
      ObjectNode response = object(responses.get(status));
      ObjectNode declared = response == null ? null : object(response.get("headers"));
      for (Map.Entry<String, String> header : headers.entrySet()) {
        ObjectNode one = declared == null ? null : object(declared.get(header.getKey()));
        if (one != null && one.get("example") instanceof StringNode example) {
          compare(header.getKey(), header.getValue(), example, findings);
        }
      }
    }
    return findings;
  }

  private void compare(
      String header, String sent, StringNode example, List<LifecycleFinding> findings) {
    if (!example.value().equals(sent)) {
      findings.add(
          new LifecycleFinding(
              LifecycleRule.SPEC_HEADER_DIFFERS,
              Location.of(example),
              version
                  + ": the example of "
                  + header
                  + " is '"
                  + example.value()
                  + "', servers send '"
                  + sent
                  + "'"));
    }
  }

  private static @Nullable ObjectNode object(@Nullable Node node) {
    return node instanceof ObjectNode object
        ? object.target() instanceof ObjectNode target ? target : object
        : null;
  }
}
