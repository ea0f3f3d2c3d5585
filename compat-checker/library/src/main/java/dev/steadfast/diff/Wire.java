package dev.steadfast.diff;

/**
 * How values are spelled in a URL, header or form (OAS 3.1 §4.8.12.6, RFC 6570).
 *
 * @param in where the value goes: {@code query}, {@code path}, {@code header}, {@code cookie}
 * @param style as OpenAPI names it
 * @param explode whether each member stands on its own
 */
public record Wire(String in, String style, boolean explode) {

  /** The spelling for one JSON type; equal texts are equal spellings. */
  public String form(Kind kind) {
    return switch (kind) {
      case NULL, BOOLEAN, NUMBER, STRING -> scalar();
      case ARRAY -> array();
      case OBJECT -> object();
    };
  }

  private String scalar() {
    return switch (style) {
      case "label" -> ".v";
      case "matrix" -> ";n=v";
      case "simple" -> "v";
      default -> "n=v";
    };
  }

  private String array() {
    return switch (style) {
      case "label" -> explode ? ".a.b" : ".a,b";
      case "matrix" -> explode ? ";n=a;n=b" : ";n=a,b";
      case "simple" -> "a,b";
      case "spaceDelimited" -> explode ? "n=a&n=b" : "n=a%20b";
      case "pipeDelimited" -> explode ? "n=a&n=b" : "n=a%7Cb";
      case "tabDelimited" -> "n=a%09b"; // Swagger 2.0
      case "deepObject" -> "n[0]=a&n[1]=b";
      case "cookie" -> explode ? "n=a; n=b" : "n=a,b";
      default -> explode ? "n=a&n=b" : "n=a,b";
    };
  }

  private String object() {
    return switch (style) {
      case "label" -> explode ? ".k=v" : ".k,v";
      case "matrix" -> explode ? ";k=v" : ";n=k,v";
      case "simple" -> explode ? "k=v" : "k,v";
      case "spaceDelimited" -> explode ? "k=v" : "n=k%20v";
      case "pipeDelimited" -> explode ? "k=v" : "n=k%7Cv";
      case "deepObject" -> "n[k]=v";
      default -> explode ? "k=v" : "n=k,v";
    };
  }
}
