package dev.steadfast.confirm;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.IDN;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The formats that assert: those that JSON Schema 2020-12 (Validation §7.3) and OpenAPI 3.x define.
 * Any other name asserts nothing.
 */
record AssertedFormat(String name, Predicate<JsonNode> test) implements Format {

  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
  private static final Pattern TIME =
      Pattern.compile(
          "([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d|60)(\\.\\d+)?([Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");
  private static final Pattern DURATION =
      Pattern.compile(
          "P(?:\\d+W|(?=[^W]*\\d)(?:\\d+Y(?:\\d+M(?:\\d+D)?)?|\\d+M(?:\\d+D)?|\\d+D)?"
              + "(?:T(?:\\d+H(?:\\d+M(?:\\d+S)?)?|\\d+M(?:\\d+S)?|\\d+S))?)");
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          ATOM
              + "(?:\\."
              + ATOM
              + ")*|\"(?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\x20-\\x7E])*\"");
  private static final Pattern OCTETS =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern HEX_GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern POINTER =
      Pattern.compile("(?:/(?:[^~/]|~[01])*+)*+", Pattern.DOTALL);
  private static final Pattern RELATIVE_POINTER =
      Pattern.compile("(?:0|[1-9]\\d*)(?:#|(?:/(?:[^~/]|~[01])*+)*+)", Pattern.DOTALL);
  private static final Pattern TEMPLATE_NAME =
      Pattern.compile(
          "(?:\\w|%[0-9A-Fa-f]{2})(?:\\.?(?:\\w|%[0-9A-Fa-f]{2}))*(?::[1-9]\\d{0,3}|\\*)?");
  private static final Pattern TEMPLATE_LITERAL =
      Pattern.compile("(?:[^\\p{Cntrl} \"%'<>\\\\^`{|}]|%[0-9A-Fa-f]{2})*+");
  private static final Pattern BASE64 = Pattern.compile("(?=(?:.{4})*$)[A-Za-z0-9+/]*+={0,2}");
  private static final Pattern BASE64URL =
      Pattern.compile("(?!(?:.{4})*.$)(?=[^=]*$|(?:.{4})*$)[A-Za-z0-9_-]*+={0,2}");
  private static final BigDecimal FLOAT = new BigDecimal(Float.MAX_VALUE);
  private static final BigDecimal DOUBLE = new BigDecimal(Double.MAX_VALUE);
  private static final BigDecimal DECIMAL128 =
      new BigDecimal("9.999999999999999999999999999999999e6144");

  /** By name, sorted. */
  static final Map<String, Format> ALL = all();

  private static Map<String, Format> all() {
    Map<String, Format> all = new TreeMap<>();
    for (AssertedFormat format :
        List.of(
            signed("int8", 8),
            signed("int16", 16),
            signed("int32", 32),
            signed("int64", 64),
            unsigned("uint8", 8),
            unsigned("uint16", 16),
            unsigned("uint32", 32),
            unsigned("uint64", 64),
            integer("double-int", value -> value.abs().bitLength() <= 53),
            number("float", value -> value.abs().compareTo(FLOAT) <= 0),
            number("double", value -> value.abs().compareTo(DOUBLE) <= 0),
            number("decimal128", value -> value.abs().compareTo(DECIMAL128) <= 0),
            string("date", AssertedFormat::date),
            string("date-time", AssertedFormat::dateTime),
            string("time", AssertedFormat::time),
            string("duration", text -> DURATION.matcher(text).matches()),
            string("email", text -> email(text, false)),
            string("idn-email", text -> email(text, true)),
            string("hostname", AssertedFormat::hostname),
            string("idn-hostname", AssertedFormat::idnHostname),
            string("ipv4", text -> OCTETS.matcher(text).matches()),
            string("ipv6", AssertedFormat::ipv6),
            string("uri", text -> Uri.ASCII.isAbsolute(text)),
            string("uri-reference", text -> Uri.ASCII.isReference(text)),
            string("iri", text -> Uri.UNICODE.isAbsolute(text)),
            string("iri-reference", text -> Uri.UNICODE.isReference(text)),
            string("uri-template", AssertedFormat::template),
            string("uuid", text -> UUID.matcher(text).matches()),
            string("json-pointer", text -> POINTER.matcher(text).matches()),
            string("relative-json-pointer", text -> RELATIVE_POINTER.matcher(text).matches()),
            string("regex", AssertedFormat::regex),
            string("byte", text -> BASE64.matcher(text).matches()),
            string("base64url", text -> BASE64URL.matcher(text).matches()),
            string("char", text -> text.codePointCount(0, text.length()) == 1))) {
      all.put(format.name, format);
    }
    return all;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
    return test.test(value);
  }

  private static AssertedFormat string(String name, Predicate<String> test) {
    return new AssertedFormat(name, value -> !value.isString() || test.test(value.stringValue()));
  }

  private static AssertedFormat number(String name, Predicate<BigDecimal> test) {
    return new AssertedFormat(name, value -> !value.isNumber() || test.test(value.decimalValue()));
  }

  private static AssertedFormat integer(String name, Predicate<BigInteger> test) {
    return new AssertedFormat(
        name,
        value ->
            !value.isNumber() || (value.isIntegralNumber() && test.test(value.bigIntegerValue())));
  }

  private static AssertedFormat signed(String name, int bits) {
    return integer(name, value -> value.bitLength() < bits);
  }

  private static AssertedFormat unsigned(String name, int bits) {
    return integer(name, value -> value.signum() >= 0 && value.bitLength() <= bits);
  }

  private static boolean date(String text) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    try {
      LocalDate.of(
          Integer.parseInt(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          Integer.parseInt(parts.group(3)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /* RFC 3339 §5.6; a 60th second only where a leap second can be: 23:59 in UTC. */
  private static boolean time(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    if (!parts.group(3).equals("60")) {
      return true;
    }
    LocalTime local =
        LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    if (parts.group(6) != null) {
      int offset = Integer.parseInt(parts.group(7)) * 60 + Integer.parseInt(parts.group(8));
      local = local.minusMinutes(parts.group(6).equals("+") ? offset : -offset);
    }
    return local.equals(LocalTime.of(23, 59));
  }

  private static boolean dateTime(String text) {
    return text.length() > 11
        && (text.charAt(10) == 'T' || text.charAt(10) == 't')
        && date(text.substring(0, 10))
        && time(text.substring(11));
  }

  private static boolean email(String text, boolean international) {
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return false;
    }
    String local = text.substring(0, at);
    String domain = text.substring(at + 1);
    if (international && !text.chars().allMatch(c -> c < 128)) {
      return local.codePoints().noneMatch(c -> c <= ' ' || c == '@') && idnHostname(domain);
    }
    if (!LOCAL_PART.matcher(local).matches()) {
      return false;
    }
    if (domain.startsWith("[") && domain.endsWith("]")) {
      String address = domain.substring(1, domain.length() - 1);
      return address.startsWith("IPv6:")
          ? ipv6(address.substring(5))
          : OCTETS.matcher(address).matches();
    }
    return hostname(domain);
  }

  private static boolean hostname(String text) {
    return text.length() <= 253
        && Arrays.stream(text.split("\\.", -1)).allMatch(label -> LABEL.matcher(label).matches());
  }

  private static boolean idnHostname(String text) {
    try {
      return hostname(IDN.toASCII(text));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static boolean ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    int before = gap == 0 ? 0 : groups(text.substring(0, gap));
    String rest = text.substring(gap + 2);
    int after = rest.isEmpty() ? 0 : groups(rest);
    boolean quadFirst = gap > 0 && text.substring(0, gap).contains(".");
    return !quadFirst && before >= 0 && after >= 0 && before + after <= 7;
  }

  /** How many 16-bit groups the text holds; -1 when one of them is wrong. */
  private static int groups(String text) {
    String[] groups = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < groups.length; i++) {
      if (HEX_GROUP.matcher(groups[i]).matches()) {
        count++;
      } else if (i == groups.length - 1 && OCTETS.matcher(groups[i]).matches()) {
        count += 2;
      } else {
        return -1;
      }
    }
    return count;
  }

  private static boolean template(String text) {
    int at = 0;
    while (true) {
      int open = text.indexOf('{', at);
      String literal = text.substring(at, open < 0 ? text.length() : open);
      if (!TEMPLATE_LITERAL.matcher(literal).matches()) {
        return false;
      }
      if (open < 0) {
        return true;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        return false;
      }
      String names = text.substring(open + 1, close);
      if (!names.isEmpty() && "+#./;?&=,!@|".indexOf(names.charAt(0)) >= 0) {
        names = names.substring(1);
      }
      if (!Arrays.stream(names.split(",", -1)).allMatch(n -> TEMPLATE_NAME.matcher(n).matches())) {
        return false;
      }
      at = close + 1;
    }
  }

  private static boolean regex(String text) {
    return EcmaPattern.of(text).source().equals(text); // what it cannot run, it refuses to judge
  }
}
