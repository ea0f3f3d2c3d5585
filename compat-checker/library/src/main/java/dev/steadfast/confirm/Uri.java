package dev.steadfast.confirm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of RFC 3986, and of RFC 3987, which allows more characters. */
enum Uri {
  ASCII(""),
  UNICODE("\\x{A0}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFEF}\\x{10000}-\\x{EFFFD}");

  private static final int IP_LITERAL = 1;

  private final Pattern absolute;
  private final Pattern relative;

  Uri(String more) {
    String plain = "A-Za-z0-9\\-._~" + more + "!$&'()*+,;=";
    String percent = "%[0-9A-Fa-f]{2}";
    String segments = "(?:[" + plain + ":@/]|" + percent + ")*+";
    String address = "\\[([0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\\.[" + plain + ":]+)\\]";
    String name = "(?:[" + plain + "]|" + percent + ")*+";
    String user = "(?:(?:[" + plain + ":]|" + percent + ")*@)?";
    String authority = "//" + user + "(?:" + address + "|" + name + ")(?::[0-9]*)?";
    String hierarchy = "(?:" + authority + "(?:/" + segments + ")?|(?!//)" + segments + ")";
    String end = "(?:\\?(?:[" + plain + ":@/?]|" + percent + ")*+)?";
    end += "(?:#(?:[" + plain + ":@/?]|" + percent + ")*+)?";
    this.absolute = Pattern.compile("[A-Za-z][A-Za-z0-9+.\\-]*:" + hierarchy + end);
    this.relative = Pattern.compile("(?![^/?#]*:)" + hierarchy + end);
  }

  boolean isAbsolute(String text) {
    return matches(absolute, text);
  }

  boolean isReference(String text) {
    return isAbsolute(text) || matches(relative, text);
  }

  private static boolean matches(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    String address = matcher.group(IP_LITERAL);
    return address == null || address.matches("[vV].*") || AssertedFormat.ipv6(address);
  }
}
