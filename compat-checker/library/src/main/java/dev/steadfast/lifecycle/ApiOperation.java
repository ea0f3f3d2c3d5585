package dev.steadfast.lifecycle;

/**
 * One operation of a version.
 *
 * @param name {@code POST /payments}: a method and a path of the specification
 */
public record ApiOperation(Said<String> name, Life life) {

  String method() {
    return name.value().substring(0, name.value().indexOf(' '));
  }

  String path() {
    return name.value().substring(name.value().indexOf(' ') + 1);
  }
}
