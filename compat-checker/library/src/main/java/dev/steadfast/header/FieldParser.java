package dev.steadfast.header;

import dev.steadfast.header.StructuredField.Bare;
import dev.steadfast.header.StructuredField.InnerList;
import dev.steadfast.header.StructuredField.Item;
import dev.steadfast.header.StructuredField.Member;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parsing algorithms of RFC 9651 §4.2, step by step. */
final class FieldParser {

  private static final char END = '\uffff';
  private static final int MOST_DIGITS = 15;
  private static final int MOST_WHOLE_DIGITS = 12;
  private static final int MOST_DECIMALS = 3;

  private final String text;
  private int at;

  FieldParser(String text) {
    this.text = text;
  }

  /** One of the three types of fields. */
  @FunctionalInterface
  interface Part<T> {
    T parse() throws MalformedFieldException;
  }

  /** §4.2. */
  <T> T whole(Part<T> part) throws MalformedFieldException {
    skip(' ');
    T value = part.parse();
    skip(' ');
    if (at < text.length()) {
      throw wrong("nothing more is allowed");
    }
    return value;
  }

  /** §4.2.1. */
  List<Member> list() throws MalformedFieldException {
    List<Member> members = new ArrayList<>();
    while (at < text.length()) {
      members.add(member());
      comma();
    }
    return members;
  }

  /** §4.2.2. */
  Map<String, Member> dictionary() throws MalformedFieldException {
    Map<String, Member> members = new LinkedHashMap<>();
    while (at < text.length()) {
      String key = key();
      Member member;
      if (peek() == '=') {
        at++;
        member = member();
      } else {
        member = new Item(new StructuredField.Bool(true), parameters());
      }
      members.put(key, member); // the last one counts, at the place of the first
      comma();
    }
    return members;
  }

  /* Between two members; a comma at the end is refused. */
  private void comma() throws MalformedFieldException {
    skipOptionalSpace();
    if (at == text.length()) {
      return;
    }
    expect(',');
    skipOptionalSpace();
    if (at == text.length()) {
      throw wrong("a member is missing behind the last comma");
    }
  }

  private Member member() throws MalformedFieldException {
    return peek() == '(' ? innerList() : item();
  }

  /** §4.2.1.2. */
  private InnerList innerList() throws MalformedFieldException {
    expect('(');
    List<Item> items = new ArrayList<>();
    while (true) {
      skip(' ');
      if (peek() == ')') {
        at++;
        return new InnerList(items, parameters());
      }
      items.add(item());
      if (peek() != ' ' && peek() != ')') {
        throw wrong("a space or ')' is missing");
      }
    }
  }

  /** §4.2.3. */
  Item item() throws MalformedFieldException {
    Bare value = bare();
    return new Item(value, parameters());
  }

  /** §4.2.3.2. */
  private Map<String, Bare> parameters() throws MalformedFieldException {
    Map<String, Bare> parameters = new LinkedHashMap<>();
    while (peek() == ';') {
      at++;
      skip(' ');
      String key = key();
      Bare value = new StructuredField.Bool(true);
      if (peek() == '=') {
        at++;
        value = bare();
      }
      parameters.put(key, value);
    }
    return parameters;
  }

  /** §4.2.3.3. */
  private String key() throws MalformedFieldException {
    int from = at;
    if (!isLower(peek()) && peek() != '*') {
      throw wrong("a key begins with a small letter or '*'");
    }
    while (isLower(peek()) || isDigit(peek()) || "_-.*".indexOf(peek()) >= 0) {
      at++;
    }
    return text.substring(from, at);
  }

  /** §4.2.3.1. */
  private Bare bare() throws MalformedFieldException {
    char first = peek();
    if (first == '-' || isDigit(first)) {
      return number();
    }
    return switch (first) {
      case '"' -> new StructuredField.Text(string());
      case ':' -> bytes();
      case '?' -> bool();
      case '@' -> date();
      case '%' -> display();
      default -> token();
    };
  }

  /** §4.2.4. */
  private Bare number() throws MalformedFieldException {
    int from = at;
    if (peek() == '-') {
      at++;
    }
    int whole = digits();
    if (whole == 0) {
      throw wrong("a digit is missing");
    }
    if (peek() != '.') {
      limit(whole, MOST_DIGITS, "digits");
      return new StructuredField.Int(Long.parseLong(text.substring(from, at)));
    }
    limit(whole, MOST_WHOLE_DIGITS, "digits before the point");
    at++;
    int decimals = digits();
    if (decimals == 0) {
      throw wrong("a digit is missing behind the point");
    }
    limit(decimals, MOST_DECIMALS, "digits behind the point");
    return new StructuredField.Decimal(new BigDecimal(text.substring(from, at)));
  }

  private int digits() {
    int from = at;
    while (isDigit(peek())) {
      at++;
    }
    return at - from;
  }

  private void limit(int count, int most, String what) throws MalformedFieldException {
    if (count > most) {
      throw wrong("more than " + most + ' ' + what);
    }
  }

  /** §4.2.5. */
  private String string() throws MalformedFieldException {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (true) {
      char next = next();
      if (next == '"') {
        return value.toString();
      }
      if (next == '\\') {
        next = next();
        if (next != '"' && next != '\\') {
          throw wrong("only '\"' and '\\' are escaped");
        }
      } else if (next < ' ' || next > '~') {
        throw wrong("a string holds printable ASCII");
      }
      value.append(next);
    }
  }

  /** §4.2.6. */
  private Bare token() throws MalformedFieldException {
    int from = at;
    if (!isLetter(peek()) && peek() != '*') {
      throw wrong("no value begins like this");
    }
    while (isLetter(peek()) || isDigit(peek()) || "!#$%&'*+-.^_`|~:/".indexOf(peek()) >= 0) {
      at++;
    }
    return new StructuredField.Token(text.substring(from, at));
  }

  /** §4.2.7; padding may be missing, as the algorithm allows. */
  private Bare bytes() throws MalformedFieldException {
    expect(':');
    int end = text.indexOf(':', at);
    if (end < 0) {
      throw wrong("the ':' at the end is missing");
    }
    try {
      byte[] value = Base64.getDecoder().decode(text.substring(at, end));
      at = end + 1;
      return new StructuredField.Bytes(new String(value, StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw wrong("this is no base64");
    }
  }

  /** §4.2.8. */
  private Bare bool() throws MalformedFieldException {
    expect('?');
    char value = next();
    if (value != '0' && value != '1') {
      throw wrong("a boolean is ?0 or ?1");
    }
    return new StructuredField.Bool(value == '1');
  }

  /** §4.2.9. */
  private Bare date() throws MalformedFieldException {
    expect('@');
    if (peek() != '-' && !isDigit(peek())) {
      throw wrong("a date is @ and seconds");
    }
    if (number() instanceof StructuredField.Int seconds) {
      return new StructuredField.Date(seconds.value());
    }
    throw wrong("a date has no fraction");
  }

  /** §4.2.10. */
  private Bare display() throws MalformedFieldException {
    expect('%');
    expect('"');
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    while (true) {
      char next = next();
      if (next < ' ' || next > '~') {
        throw wrong("a display string holds printable ASCII");
      }
      if (next == '"') {
        return new StructuredField.DisplayText(utf8(bytes.flip()));
      }
      bytes.put((byte) (next == '%' ? 16 * hexadecimal() + hexadecimal() : next));
    }
  }

  private String utf8(ByteBuffer bytes) throws MalformedFieldException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw wrong("this is no UTF-8");
    }
  }

  private int hexadecimal() throws MalformedFieldException {
    int value = "0123456789abcdef".indexOf(next());
    if (value < 0) {
      throw wrong("two small hexadecimal digits are missing");
    }
    return value;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private char next() throws MalformedFieldException {
    if (at == text.length()) {
      throw wrong("the end is missing");
    }
    return text.charAt(at++);
  }

  private void expect(char wanted) throws MalformedFieldException {
    if (peek() != wanted) {
      throw wrong("'" + wanted + "' is missing");
    }
    at++;
  }

  private void skip(char character) {
    while (peek() == character) {
      at++;
    }
  }

  private void skipOptionalSpace() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private MalformedFieldException wrong(String what) {
    return new MalformedFieldException(what + ", at " + (at + 1) + " of '" + text + "'");
  }
}
