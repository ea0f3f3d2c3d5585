package dev.steadfast.header;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Structured field values (RFC 9651). */
public final class StructuredField {

  private StructuredField() {}

  /** A value without parameters (§3.3). */
  public sealed interface Bare permits Int, Decimal, Text, Token, Bytes, Bool, Date, DisplayText {}

  /** §3.3.1; at most 15 digits. */
  public record Int(long value) implements Bare {}

  /** §3.3.2; at most 12 digits before the point and 3 behind it. */
  public record Decimal(BigDecimal value) implements Bare {}

  /** §3.3.3; ASCII. */
  public record Text(String value) implements Bare {}

  /** §3.3.4. */
  public record Token(String value) implements Bare {}

  /** §3.3.5; Latin-1 text, one character a byte, so that values can be compared. */
  public record Bytes(String value) implements Bare {}

  /** §3.3.6. */
  public record Bool(boolean value) implements Bare {}

  /** §3.3.7; seconds since 1970-01-01T00:00:00Z. */
  public record Date(long value) implements Bare {}

  /** §3.3.8; Unicode. */
  public record DisplayText(String value) implements Bare {}

  /** What a list or a dictionary holds (§3.1, §3.2). */
  public sealed interface Member permits Item, InnerList {

    /** §3.1.2, in the order of the field. */
    Map<String, Bare> parameters();
  }

  /** §3.3. */
  public record Item(Bare value, Map<String, Bare> parameters) implements Member {

    public Item {
      parameters = ordered(parameters);
    }
  }

  /** §3.1.1. */
  public record InnerList(List<Item> items, Map<String, Bare> parameters) implements Member {

    public InnerList {
      items = List.copyOf(items);
      parameters = ordered(parameters);
    }
  }

  private static Map<String, Bare> ordered(Map<String, Bare> parameters) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * A field that is an item.
   *
   * @param text the lines of the field, joined with {@code ", "}
   * @throws MalformedFieldException when it is none (§4.2)
   */
  public static Item item(String text) throws MalformedFieldException {
    FieldParser parser = new FieldParser(text);
    return parser.whole(parser::item);
  }

  /** A field that is a list; see {@link #item}. */
  public static List<Member> list(String text) throws MalformedFieldException {
    FieldParser parser = new FieldParser(text);
    return parser.whole(parser::list);
  }

  /** A field that is a dictionary, in its order; see {@link #item}. */
  public static Map<String, Member> dictionary(String text) throws MalformedFieldException {
    FieldParser parser = new FieldParser(text);
    return parser.whole(parser::dictionary);
  }
}
