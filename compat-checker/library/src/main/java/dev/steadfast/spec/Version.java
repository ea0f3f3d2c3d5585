package dev.steadfast.spec;

/** What kind of document this is, as its author wrote it. */
public enum Version {
  SWAGGER_2_0("Swagger 2.0"),
  OPENAPI_3_0("OpenAPI 3.0"),
  OPENAPI_3_1("OpenAPI 3.1"),
  OPENAPI_3_2("OpenAPI 3.2"),
  JSON_SCHEMA("JSON Schema");

  private final String title;

  Version(String title) {
    this.title = title;
  }

  /** For messages: "OpenAPI 3.1". */
  public String title() {
    return title;
  }
}
