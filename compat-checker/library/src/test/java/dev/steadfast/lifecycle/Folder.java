package dev.steadfast.lifecycle;

import dev.steadfast.spec.Source;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A folder in memory with a lifecycle and the specifications of its versions. */
final class Folder {

  static final String V1 =
      """
      openapi: 3.1.0
      info: { title: Payments, version: 1.0.0 }
      servers: [{ url: https://api.example/v1 }]
      paths:
        /payments:
          get:
            deprecated: true
            operationId: listPayments
            responses:
              '200': { description: The payments. }
              default: { $ref: '#/components/responses/Error' }
      components:
        responses:
          Error: { description: What was wrong. }
      """;

  static final String V2 =
      """
      openapi: 3.1.0
      info: { title: Payments, version: 2.1.0 }
      servers: [{ url: https://api.example/v2 }]
      paths:
        /payments:
          get:
            operationId: listPayments
            responses:
              '200':
                description: The payments.
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Payment' }
          post:
            operationId: createPayment
            responses:
              '201': { description: A payment. }
      components:
        schemas:
          Payment:
            properties:
              id: { type: string }
              card: { $ref: '#/components/schemas/Card' }
          Card:
            properties:
              brand: { type: string }
      """;

  static final String LIFECYCLE =
      """
      api: payments
      policy: https://docs.example/versioning
      minimumNotice: P12M
      versions:
        - version: v1
          spec: v1.yaml
          basePath: /v1
          state: deprecated
          released: 2025-01-15T00:00:00Z
          announced: 2026-10-01T00:00:00Z
          deprecated: 2026-11-01T00:00:00Z
          sunset: 2027-12-01T00:00:00Z
          successor: v2
          migrationGuide: https://docs.example/v2
          brownouts:
            - { from: 2027-09-01T09:00:00Z, until: 2027-09-01T09:10:00Z }
        - version: v2
          spec: v2.yaml
          basePath: /v2
          state: current
          released: 2026-10-01T00:00:00Z
      """;

  private Folder() {}

  static Source source(String lifecycle) {
    return source(lifecycle, V1, V2);
  }

  static Source source(String lifecycle, String v1, String v2) {
    return source(Map.of("lifecycle.yaml", lifecycle, "v1.yaml", v1, "v2.yaml", v2));
  }

  static Source source(Map<String, String> texts) {
    Map<String, byte[]> files = new HashMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return Source.of(files, "lifecycle.yaml");
  }

  static LifecycleFiles open(String lifecycle, String v1, String v2) {
    return open(source(lifecycle, v1, v2));
  }

  static LifecycleFiles open(Source source) {
    LifecycleFiles.Opened opened = LifecycleFiles.open(source);
    LifecycleFiles files = opened.files();
    if (files == null) {
      throw new AssertionError(opened.problems());
    }
    return files;
  }

  static Lifecycle lifecycle(String text) {
    return open(source(text)).lifecycle();
  }
}
