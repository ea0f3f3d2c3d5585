package dev.steadfast.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an untagged plain scalar means: YAML 1.2 §10.3.2, core schema. */
final class YamlScalars {

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  private YamlScalars() {}

  static boolean isNull(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  static @Nullable Boolean bool(String text) {
    return switch (text) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> null;
    };
  }

  /** Whether the text could be a number at all; cheap. */
  static boolean mayBeNumber(String text) {
    char first = text.charAt(0);
    return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
  }

  static boolean isNumber(String text) {
    return DECIMAL.matcher(text).matches()
        || OCTAL.matcher(text).matches()
        || HEXADECIMAL.matcher(text).matches();
  }

  /** Infinities and not-a-number have no JSON value. */
  static boolean isNotFinite(String text) {
    return NOT_FINITE.matcher(text).matches();
  }

  /** The value of what {@link #isNumber} accepts; null when {@link Limits} forbid it. */
  static @Nullable BigDecimal number(String text, Limits limits) {
    if (text.length() > 2 && text.charAt(0) == '0' && text.charAt(1) > '9') {
      int radix = text.charAt(1) == 'o' ? 8 : text.charAt(1) == 'x' ? 16 : 0;
      if (radix != 0) {
        return text.length() > limits.digits()
            ? null
            : new BigDecimal(new BigInteger(text.substring(2), radix));
      }
    }
    return Numbers.decimal(text.toCharArray(), 0, text.length(), limits);
  }
}
