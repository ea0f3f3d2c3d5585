package dev.steadfast.report;

import dev.steadfast.compat.Severity;

/** Whether text is coloured, by ANSI SGR sequences (ECMA-48 §8.3.117). */
public enum Style {
  PLAIN,
  COLOURED;

  String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> error(severity.text());
      case WARNING -> paint("1;33", severity.text());
      case INFO -> paint("1;36", severity.text());
    };
  }

  String error(String text) {
    return paint("1;31", text);
  }

  String good(String text) {
    return paint("1;32", text);
  }

  String bold(String text) {
    return paint("1", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + 'm' + text + "\u001b[0m";
  }
}
