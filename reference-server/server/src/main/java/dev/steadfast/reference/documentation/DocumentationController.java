package dev.steadfast.reference.documentation;

import dev.steadfast.reference.version.ApiVersion;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the specifications, and a page to read for each. */
@RestController
class DocumentationController {
  /** RFC 9512. */
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final Document v1 = Document.of(ApiVersion.V1);
  private final Document v2 = Document.of(ApiVersion.V2);

  @GetMapping("/openapi/v1.yaml")
  ResponseEntity<String> documentV1() {
    return answer(YAML, v1.yaml());
  }

  @GetMapping("/openapi/v2.yaml")
  ResponseEntity<String> documentV2() {
    return answer(YAML, v2.yaml());
  }

  @GetMapping("/docs/v1")
  ResponseEntity<String> pageV1() {
    return answer(HTML, v1.page());
  }

  @GetMapping({"/docs", "/docs/v2"})
  ResponseEntity<String> pageV2() {
    return answer(HTML, v2.page());
  }

  private static ResponseEntity<String> answer(MediaType type, String body) {
    // nothing is loaded from anywhere
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(body);
  }
}
