package dev.steadfast.lifecycle;

/**
 * One property, parameter or header of a version's specification.
 *
 * @param name {@code Payment.card.brand}, a component schema and the way to the property, or a JSON
 *     pointer (RFC 6901) into the specification
 */
public record ApiField(Said<String> name, Life life) {

  /** Where it is declared: a JSON pointer into the specification. */
  public String pointer() {
    String text = name.value();
    if (text.startsWith("/")) {
      return text;
    }
    String[] steps = text.split("\\.", -1);
    StringBuilder pointer = new StringBuilder("/components/schemas/").append(steps[0]);
    for (int i = 1; i < steps.length; i++) {
      boolean items = steps[i].endsWith("[]");
      pointer
          .append("/properties/")
          .append(items ? steps[i].substring(0, steps[i].length() - 2) : steps[i])
          .append(items ? "/items" : "");
    }
    return pointer.toString();
  }
}
